import type { Replacements } from '@admissions/runtime/runtime.module';
import type { ServiceOptions } from '@admissions/runtime/service';
import { AppModule } from './app.module.ts';
import { ImportCatalogue } from './cataloguing/import-catalogue.ts';
import type { ApplicationsConfig } from './config.ts';

/** How this service starts: it neither answers nor follows before the programmes of its catalogue file are there. */
export function applicationsService(env: ApplicationsConfig, replace: Replacements = {}): ServiceOptions {
  return {
    module: AppModule.for(env, replace),
    async configure(app) {
      if (env.CATALOGUE_FILE !== undefined) await app.get(ImportCatalogue).run(env.CATALOGUE_FILE);
    },
  };
}
