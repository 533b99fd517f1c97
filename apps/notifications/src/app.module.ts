import { Module, type DynamicModule } from '@nestjs/common';
import { RuntimeModule, type Replacements } from '@admissions/runtime/runtime.module';
import { Settings, type NotificationsConfig } from './config.ts';
import { ContactsModule } from './contacts/contacts.module.ts';
import { ReadingModule } from './reading/reading.module.ts';
import { SendingModule } from './sending/sending.module.ts';

@Module({})
export class AppModule {
  static for(env: NotificationsConfig, replace: Replacements = {}): DynamicModule {
    return {
      module: AppModule,
      global: true,
      imports: [
        RuntimeModule.for('notifications', env, replace),
        ContactsModule,
        SendingModule,
        ReadingModule,
      ],
      providers: [{ provide: Settings, useValue: { env } }],
      exports: [Settings],
    };
  }
}
