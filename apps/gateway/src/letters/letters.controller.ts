import { Controller } from '@nestjs/common';
import * as routes from '@admissions/contracts/http/letters';
import * as calls from '@admissions/contracts/notifications';
import type { Asked } from '../http/asked.ts';
import { Handles } from '../http/handles.ts';
import { Services } from '../http/services.ts';

/** Letters: the notifications service answers. */
@Controller()
export class LettersController {
  constructor(private readonly services: Services) {}

  @Handles(routes.listLetters)
  list(asked: Asked<typeof routes.listLetters>) {
    return this.services.call(calls.listLetters, asked.input, asked);
  }
}
