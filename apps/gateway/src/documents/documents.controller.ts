import { Controller } from '@nestjs/common';
import * as calls from '@admissions/contracts/documents';
import * as routes from '@admissions/contracts/http/documents';
import type { Asked } from '../http/asked.ts';
import { Handles } from '../http/handles.ts';
import { Services } from '../http/services.ts';

/** Documents: the documents service answers; the files themselves never pass here. */
@Controller()
export class DocumentsController {
  constructor(private readonly services: Services) {}

  @Handles(routes.listDocuments)
  list(asked: Asked<typeof routes.listDocuments>) {
    return this.services.call(calls.listDocuments, asked.input, asked);
  }

  @Handles(routes.requestUpload)
  requestUpload(asked: Asked<typeof routes.requestUpload>) {
    return this.services.call(calls.requestUpload, asked.input, asked);
  }

  @Handles(routes.getDocument)
  get(asked: Asked<typeof routes.getDocument>) {
    return this.services.call(calls.getDocument, asked.input, asked);
  }

  @Handles(routes.discardDocument)
  discard(asked: Asked<typeof routes.discardDocument>) {
    return this.services.call(calls.discardDocument, asked.input, asked);
  }

  @Handles(routes.claimUpload)
  claim(asked: Asked<typeof routes.claimUpload>) {
    return this.services.call(calls.claimUpload, asked.input, asked);
  }

  @Handles(routes.issueLink)
  issueLink(asked: Asked<typeof routes.issueLink>) {
    return this.services.call(calls.issueLink, asked.input, asked);
  }

  @Handles(routes.judgeDocument)
  judge(asked: Asked<typeof routes.judgeDocument>) {
    return this.services.call(calls.judgeDocument, asked.input, asked);
  }
}
