import { Controller, Get, Header, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Health } from './health.ts';

/** Live: the process answers. Ready: everything that it needs answers too. */
@Controller('health')
export class HealthController {
  constructor(private readonly health: Health) {}

  @Get('live')
  @Header('cache-control', 'no-store')
  live(): { status: string } {
    return { status: 'live' };
  }

  @Get('ready')
  @Header('cache-control', 'no-store')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    const problems = await this.health.problems();
    if (Object.keys(problems).length === 0) return { status: 'ready' };
    reply.status(503);
    return { status: 'not-ready', problems };
  }
}
