import { randomBytes } from 'node:crypto';
import { answerOf, ApiProblem, apiClient, until, type Api, type Schemas } from './api.ts';
import { cards, payOnPage, type PageOutcome } from './card-page.ts';
import { samplePdf, samplePhoto } from './files.ts';
import { tokenIn, type Inbox } from './inbox.ts';

export type DocumentType = Schemas['ChecklistItem']['type'];
type Facts = Schemas['ApplicantFactsInput'];

/** What the candidate of the demonstration declares: a French engineer with experience, funded by an OPCO. */
export const sampleFacts: Facts = {
  identity: {
    birthName: 'Exemple',
    firstNames: ['Camille'],
    birthDate: '1996-04-12',
    birthPlace: 'Évry',
    birthCountry: 'FR',
  },
  nationality: { nationalities: ['FR'] },
  residence: { country: 'FR', everHeldFrenchResidenceTitle: false, residenceTitle: null },
  address: {
    lines: ['1 rue de la Gare'],
    postalCode: '91000',
    city: 'Évry-Courcouronnes',
    country: 'FR',
    phone: '+33 1 00 00 00 00',
  },
  lastDiploma: {
    title: 'Diplôme d’ingénieur',
    institution: 'École d’ingénieurs',
    level: 'M2',
    kind: 'INGENIEUR_CTI',
    issuerCountry: 'FR',
    taughtIn: 'fr',
    documentLanguage: 'fr',
    awardedOn: '2019-09-30',
  },
  studies: { inProgress: null },
  experience: {
    periods: [
      {
        employer: 'Une entreprise',
        position: 'Chef de projet',
        from: '2020-01-06',
        to: null,
        ratio: 1,
        kind: 'JOB',
        related: true,
      },
    ],
  },
  french: { secondarySchoolingInFrench: true, frenchBaccalaureat: true, test: null },
  funding: { type: 'OPCO', opco: 'ATLAS', employer: 'Une entreprise' },
};

/** A candidate seen from outside: an address, a password, a session. */
export class Candidate {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly api: Api;
  readonly #inbox: Inbox;
  #token: string | undefined;

  constructor(apiUrl: string, inbox: Inbox, name = 'Camille Exemple') {
    this.email = `candidate-${randomBytes(5).toString('hex')}@mail.example`;
    this.name = name;
    this.password = `phrase de passe ${randomBytes(6).toString('hex')}`;
    this.#inbox = inbox;
    this.api = apiClient(apiUrl, () => this.#token);
  }

  async signUp(): Promise<void> {
    await answerOf(
      this.api.POST('/v1/accounts', {
        body: { email: this.email, name: this.name, password: this.password },
      }),
    );
  }

  /** Opens the link of the mail that arrived. */
  async confirmEmail(): Promise<void> {
    const mail = await this.#inbox.waitFor(this.email, /confirm/i);
    await answerOf(this.api.POST('/v1/accounts/confirmations', { body: { token: tokenIn(mail) } }));
  }

  async signIn(): Promise<string> {
    const session = await answerOf(
      this.api.POST('/v1/sessions', {
        body: { email: this.email, password: this.password, as: 'api-client' },
      }),
    );
    this.#token = session.token;
    return session.accountId;
  }

  async signOut(): Promise<void> {
    await answerOf(this.api.DELETE('/v1/sessions/current'));
  }

  async apply(intakeId: string): Promise<string> {
    const { applicationId } = await answerOf(this.api.POST('/v1/applications', { body: { intakeId } }));
    return applicationId;
  }

  application(applicationId: string): Promise<Schemas['Application']> {
    return answerOf(
      this.api.GET('/v1/applications/{applicationId}', { params: { path: { applicationId } } }),
    );
  }

  fill(applicationId: string, sections: Facts): Promise<Schemas['Application']> {
    return answerOf(
      this.api.PATCH('/v1/applications/{applicationId}', {
        params: { path: { applicationId } },
        body: { sections },
      }),
    );
  }

  /** Sends one file the way a browser does: form, store, claim; waits for the result of the check. */
  async upload(
    applicationId: string,
    type: DocumentType,
    file?: { bytes: Uint8Array; name: string; contentType: string },
  ): Promise<Schemas['Document']> {
    const sent = file ?? (await sampleFor(type));
    // Where documents are kept, the application and what it wants may be heard of a moment later.
    const form = await onceHeardOf(['not-found', 'document-not-asked'], `a form for ${type}`, () =>
      answerOf(
        this.api.POST('/v1/applications/{applicationId}/documents', {
          params: { path: { applicationId } },
          body: { type, fileName: sent.name, contentType: sent.contentType, size: sent.bytes.byteLength },
        }),
      ),
    );
    await sendToStore(form.upload, sent);
    const path = { documentId: form.documentId };
    await answerOf(this.api.POST('/v1/documents/{documentId}/claim', { params: { path } }));
    return until(`the check of ${type}`, async () => {
      const document = await answerOf(this.api.GET('/v1/documents/{documentId}', { params: { path } }));
      return ['checked', 'rejected'].includes(document.state) ? document : undefined;
    });
  }

  /** Confirms once the checklist knows all documents; it follows their checks a moment later. */
  async confirm(applicationId: string): Promise<Schemas['Application']> {
    await until('an application without blockers', async () => {
      const { blockers } = await this.application(applicationId);
      return blockers.length === 0;
    });
    return answerOf(
      this.api.POST('/v1/applications/{applicationId}/confirmation', {
        params: { path: { applicationId } },
        body: { swornStatement: true, earlyStart: true, lossOfWithdrawalAcknowledged: true },
      }),
    );
  }

  /** The order of the fee, as soon as it is there; before, even the application may not be known where orders are kept. */
  feeOrder(applicationId: string): Promise<Schemas['Order']> {
    return this.order(applicationId, 'APPLICATION_FEE');
  }

  /** The order of a product, as soon as it is there. */
  async order(applicationId: string, wanted: Schemas['Order']['product']): Promise<Schemas['Order']> {
    return until(`the order ${wanted}`, async () => {
      const items = await onceHeardOf(['not-found'], 'the orders', () => this.orders(applicationId));
      return items.find(({ product }) => product === wanted);
    });
  }

  async orders(applicationId: string): Promise<Schemas['Order'][]> {
    const { items } = await answerOf(
      this.api.GET('/v1/applications/{applicationId}/orders', { params: { path: { applicationId } } }),
    );
    return items;
  }

  async checkout(orderId: string): Promise<string> {
    const { url } = await answerOf(
      this.api.POST('/v1/orders/{orderId}/checkout', { params: { path: { orderId } } }),
    );
    return url;
  }

  async pay(orderId: string, card: string = cards.good): Promise<PageOutcome> {
    return payOnPage(await this.checkout(orderId), card);
  }

  async documents(applicationId: string): Promise<Schemas['Document'][]> {
    const { items } = await answerOf(
      this.api.GET('/v1/applications/{applicationId}/documents', { params: { path: { applicationId } } }),
    );
    return items;
  }

  /** Books a slot, or moves the interview to it; false when somebody else was sooner. */
  async book(applicationId: string, slotId: string): Promise<boolean> {
    const answer = await this.api.PUT('/v1/applications/{applicationId}/interview', {
      params: { path: { applicationId } },
      body: { slotId },
    });
    if ((answer.error as { code?: string } | undefined)?.code === 'slot-taken') return false;
    await answerOf(Promise.resolve(answer));
    return true;
  }

  interview(applicationId: string): Promise<Schemas['Interview']> {
    return answerOf(
      this.api.GET('/v1/applications/{applicationId}/interview', { params: { path: { applicationId } } }),
    );
  }

  withdraw(
    applicationId: string,
    reason: 'PERSONAL_CHOICE' | 'STATUTORY_WITHDRAWAL' = 'PERSONAL_CHOICE',
  ): Promise<Schemas['Application']> {
    return answerOf(
      this.api.POST('/v1/applications/{applicationId}/withdrawal', {
        params: { path: { applicationId } },
        body: { reason },
      }),
    );
  }

  /** The letters that the platform says it sent to this person, newest first; those with a secret link are not among them. */
  async letters(): Promise<Schemas['Letter'][]> {
    const letters: Schemas['Letter'][] = [];
    for (let cursor: string | undefined; ;) {
      const query = { limit: 100, ...(cursor === undefined ? {} : { cursor }) };
      const page = await answerOf(this.api.GET('/v1/letters', { params: { query } }));
      letters.push(...page.items);
      if (page.next === undefined) return letters;
      cursor = page.next;
    }
  }

  waitForState(applicationId: string, state: Schemas['ApplicationState']): Promise<Schemas['Application']> {
    return until(`the application in state ${state}`, async () => {
      const application = await this.application(applicationId);
      return application.state === state ? application : undefined;
    });
  }
}

/** Repeats an act while its answer only says that the service has not heard of something yet. */
function onceHeardOf<T>(codes: readonly string[], what: string, act: () => Promise<T>): Promise<T> {
  return until(what, () =>
    act().catch((error: unknown) => {
      if (error instanceof ApiProblem && codes.includes(error.code)) return undefined;
      throw error;
    }),
  );
}

/** A file that is right for the type of document. */
export async function sampleFor(
  type: DocumentType,
): Promise<{ bytes: Uint8Array; name: string; contentType: string }> {
  if (type === 'PHOTO') return { bytes: await samplePhoto(), name: 'photo.jpg', contentType: 'image/jpeg' };
  const bytes = await samplePdf(type, type === 'ID_DOC' ? 2 : 1);
  return { bytes, name: `${type.toLowerCase()}.pdf`, contentType: 'application/pdf' };
}

/** Posts the presigned form; returns the store's status. */
export async function sendToStore(
  upload: { url: string; fields: Record<string, string> },
  file: { bytes: Uint8Array; name: string; contentType: string },
): Promise<number> {
  const form = new FormData();
  for (const [name, value] of Object.entries(upload.fields)) form.append(name, value);
  form.append(
    'file',
    new Blob([file.bytes as Uint8Array<ArrayBuffer>], { type: file.contentType }),
    file.name,
  );
  const answer = await fetch(upload.url, { method: 'POST', body: form });
  await answer.arrayBuffer();
  return answer.status;
}
