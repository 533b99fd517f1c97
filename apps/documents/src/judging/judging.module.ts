import { Controller, Module } from '@nestjs/common';
import type { InputOf, OutputOf } from '@admissions/contracts/call';
import { judgeDocument } from '@admissions/contracts/documents';
import { Answers, type CallContext } from '@admissions/messaging/handlers';
import { StoreModule } from '../store/store.module.ts';
import { UploadingModule } from '../uploading/uploading.module.ts';
import { JudgeDocument } from './judge-document.ts';

@Controller()
export class JudgingController {
  constructor(private readonly judgeDocument: JudgeDocument) {}

  @Answers(judgeDocument)
  judge(input: InputOf<typeof judgeDocument>, call: CallContext): Promise<OutputOf<typeof judgeDocument>> {
    return this.judgeDocument.run(input, call);
  }
}

@Module({
  imports: [StoreModule, UploadingModule],
  controllers: [JudgingController],
  providers: [JudgeDocument],
})
export class JudgingModule {}
