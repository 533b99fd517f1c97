import { Controller, Injectable, Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { checkRequested } from '@admissions/contracts/documents';
import type { DataOf } from '@admissions/contracts/message';
import { Follows, type EventContext, type Followed } from '@admissions/messaging/handlers';
import { Health } from '@admissions/runtime/health';
import { Log } from '@admissions/runtime/log';
import { Settings } from '../config.ts';
import { StorageModule } from '../storage/storage.module.ts';
import { StoreModule } from '../store/store.module.ts';
import { CheckDocument } from './check-document.ts';
import { CheckFaults, NoFaults } from './check-faults.ts';
import { Inspector } from './inspector.ts';
import { ClamdScanner, MalwareScanner, NoScanner } from './malware.ts';

@Controller()
export class CheckingController {
  constructor(private readonly checkDocument: CheckDocument) {}

  @Follows(checkRequested)
  check({ documentId }: DataOf<typeof checkRequested>, event: EventContext): Promise<Followed> {
    return this.checkDocument.run(documentId, event);
  }
}

/** Says at boot, and in readiness, where the malware scan stands. */
@Injectable()
export class ScanReport implements OnModuleInit {
  constructor(
    private readonly scanner: MalwareScanner,
    private readonly health: Health,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    if (this.scanner instanceof NoScanner) {
      this.log.warn(
        {},
        'MALWARE SCAN OFF: CLAMD_URL is not set; files are checked for form and active content only',
      );
    }
    this.health.register('malware-scanner', () => this.scanner.problem());
  }
}

@Module({
  imports: [StoreModule, StorageModule],
  controllers: [CheckingController],
  providers: [
    CheckDocument,
    ScanReport,
    Inspector,
    {
      provide: MalwareScanner,
      inject: [Settings],
      useFactory: ({ env }: Settings) =>
        env.CLAMD_URL === undefined ? new NoScanner() : new ClamdScanner(env.CLAMD_URL),
    },
  ],
})
export class CheckingModule {
  static for(faults: CheckFaults = new NoFaults()): DynamicModule {
    return { module: CheckingModule, providers: [{ provide: CheckFaults, useValue: faults }] };
  }
}
