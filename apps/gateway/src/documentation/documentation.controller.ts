import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Controller, Get, Header, Param, Res } from '@nestjs/common';
import { buildOpenApi } from '@admissions/contracts/http/openapi';
import { ProblemError } from '@admissions/contracts/problem';
import type { FastifyReply } from 'fastify';
import { Settings } from '../config.ts';

/** The files of Swagger UI that the page needs; they come from an npm package, nothing from elsewhere. */
const assets = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
} as const;
type Asset = keyof typeof assets;

/** Its styles are set by script, its icons are data; anything else is ours alone. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Admissions platform: HTTP API</title>
<link rel="stylesheet" href="/docs/assets/swagger-ui.css">
</head>
<body>
<div id="docs"></div>
<script src="/docs/assets/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`;

const start = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#docs', deepLinking: true, displayOperationId: true, validatorUrl: null });
`;

/** The description of the API for programs and for people. */
@Controller()
export class DocumentationController {
  readonly #openApi: string;
  readonly #assets = new Map<Asset, Buffer>();

  constructor(settings: Settings) {
    this.#openApi = JSON.stringify(buildOpenApi(settings.env.PUBLIC_URL));
  }

  @Get('openapi.json')
  @Header('content-type', 'application/json; charset=utf-8')
  @Header('cache-control', 'public, max-age=60')
  openApi(): string {
    return this.#openApi;
  }

  @Get('docs')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', policy)
  page(): string {
    return page;
  }

  @Get('docs/start.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('cache-control', 'public, max-age=3600')
  start(): string {
    return start;
  }

  @Get('docs/assets/:name')
  asset(@Param('name') name: string, @Res() reply: FastifyReply): void {
    if (!Object.hasOwn(assets, name)) throw new ProblemError('not-found');
    void reply
      .type(assets[name as Asset])
      .header('cache-control', 'public, max-age=3600')
      .send(this.#read(name as Asset));
  }

  #read(name: Asset): Buffer {
    const known = this.#assets.get(name);
    if (known) return known;
    const bytes = readFileSync(join(folder(), name));
    this.#assets.set(name, bytes);
    return bytes;
  }
}

function folder(): string {
  const require = createRequire(import.meta.url);
  return join(dirname(require.resolve('@fastify/swagger-ui')), 'static');
}
