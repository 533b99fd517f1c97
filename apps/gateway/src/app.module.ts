import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { SubjectSigner } from '@admissions/identity/subject-token';
import { RuntimeModule, type Replacements } from '@admissions/runtime/runtime.module';
import { ApplicationsController } from './applications/applications.controller.ts';
import { AuthModule } from './auth/auth.module.ts';
import { Settings, type GatewayConfig } from './config.ts';
import { DocumentationController } from './documentation/documentation.controller.ts';
import { DocumentsController } from './documents/documents.controller.ts';
import { InterviewsController } from './evaluation/interviews.controller.ts';
import { JuriesController } from './evaluation/juries.controller.ts';
import { MarksController } from './evaluation/marks.controller.ts';
import { AccessGuard } from './http/access.guard.ts';
import { AnswerInterceptor } from './http/answer.interceptor.ts';
import { ProblemFilter } from './http/problem.filter.ts';
import { Services } from './http/services.ts';
import { LettersController } from './letters/letters.controller.ts';
import { PagesModule } from './pages/pages.module.ts';
import { PaymentsController } from './payments/payments.controller.ts';
import { MoveClock } from './platform/move-clock.ts';
import { PlatformController } from './platform/platform.controller.ts';
import { RealTime, SystemTime } from './real-time.ts';
import { ReceiveStripeEvent } from './webhooks/receive-stripe-event.ts';
import { WebhooksController } from './webhooks/webhooks.controller.ts';

/** What tests replace. */
export interface GatewayReplacements extends Replacements {
  readonly realTime?: RealTime;
}

/** What everything in the gateway stands on, besides the runtime. */
@Global()
@Module({})
export class EdgeModule {
  static for(config: GatewayConfig, { realTime = new SystemTime() }: GatewayReplacements): DynamicModule {
    return {
      module: EdgeModule,
      providers: [
        { provide: Settings, useValue: new Settings(config) },
        { provide: RealTime, useValue: realTime },
        { provide: SubjectSigner, useValue: new SubjectSigner(config.SUBJECT_PRIVATE_KEY) },
        Services,
      ],
      exports: [Settings, RealTime, SubjectSigner, Services],
    };
  }
}

const resources = [
  ApplicationsController,
  DocumentsController,
  PaymentsController,
  InterviewsController,
  MarksController,
  JuriesController,
  LettersController,
];

/** The gateway: the only HTTP door of the platform. */
@Module({})
export class AppModule {
  static for(config: GatewayConfig, replace: GatewayReplacements = {}): DynamicModule {
    return {
      module: AppModule,
      imports: [
        RuntimeModule.for('gateway', config, replace),
        EdgeModule.for(config, replace),
        AuthModule,
        PagesModule,
      ],
      controllers: [...resources, WebhooksController, PlatformController, DocumentationController],
      providers: [
        ReceiveStripeEvent,
        MoveClock,
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
      ],
    };
  }
}
