import { Injectable } from '@nestjs/common';
import { Log } from '@admissions/runtime/log';
import { Settings } from './config.ts';
import { readInstitution, type Institution } from './institution.ts';

/** The facts of the school, read once at boot. */
@Injectable()
export class InstitutionFacts {
  readonly institution: Institution;

  constructor({ env }: Settings, log: Log) {
    this.institution = readInstitution(env.INSTITUTION_FILE);
    if (env.INSTITUTION_FILE !== undefined || env.NODE_ENV !== 'production') return;
    log.error(
      { alarm: 'institution-missing' },
      'INSTITUTION_FILE is not set: letters name a school that does not exist',
    );
  }
}
