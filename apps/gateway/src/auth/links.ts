import { Injectable } from '@nestjs/common';
import { ProblemError } from '@admissions/contracts/problem';
import type { Act } from '@admissions/store/aggregate';
import { actOf, type Ask } from '../http/asked.ts';
import { Limits } from './limits.ts';
import { Secrets } from './secrets.ts';

/** A link that somebody uses: whose it says it is, the hash of its secret, and the act. */
export interface UsedLink {
  readonly accountId: string;
  readonly hash: string;
  readonly act: Act;
}

/** Reads the tokens of links; whether one is still good, the account decides. */
@Injectable()
export class Links {
  constructor(
    private readonly secrets: Secrets,
    private readonly limits: Limits,
  ) {}

  /** @param more what is asked besides, without secrets. */
  async use(name: string, token: string, ask: Ask, more: object = {}): Promise<UsedLink> {
    await this.limits.source('link-use', ask.source);
    const link = this.secrets.readLink(token);
    if (!link) throw new ProblemError('link-invalid');
    return { ...link, act: actOf(ask, name, `link/${link.accountId}`, { hash: link.hash, ...more }) };
  }
}
