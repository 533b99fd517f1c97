import { readConfig } from '@admissions/runtime/config';
import type { ServiceOptions } from '@admissions/runtime/service';
import { AppModule, type GatewayReplacements } from './app.module.ts';
import { gatewayConfig } from './config.ts';
import { configureHttp } from './http/configure-http.ts';
import { GatewayAdapter } from './http/gateway.adapter.ts';

/** How the gateway is started, by its `main.ts` and by its tests. */
export function gatewayService(
  env: Record<string, string | undefined> = process.env,
  replace: GatewayReplacements = {},
): ServiceOptions {
  const config = readConfig(gatewayConfig, env);
  return {
    module: AppModule.for(config, replace),
    adapter: new GatewayAdapter(config),
    configure: configureHttp,
  };
}
