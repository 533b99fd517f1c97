// The payments service on real servers, with the card emulator on its far side and a stand-in for the gateway's webhook.
import { jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { applicationChanged, feeRequested } from '@admissions/contracts/applications';
import { depositRequested, orderCloseRequested } from '@admissions/contracts/offers';
import { providerEventReceived } from '@admissions/contracts/gateway';
import type { DataOf } from '@admissions/contracts/message';
import {
  listOrders,
  openCheckout,
  orderClosed,
  orderPaid,
  type OrderView,
} from '@admissions/contracts/payments';
import { isRetryable, ProblemError } from '@admissions/contracts/problem';
import { readConfig } from '@admissions/runtime/config';
import { startTestService, subjects, waitFor, type TestService } from '@admissions/runtime/testing';
import {
  SECRET_KEY,
  startBench,
  type Bench as Emulator,
} from '../../../tools/stripe-emulator/test/emulator.ts';
import { AppModule } from '../src/app.module.ts';
import { paymentsConfig } from '../src/config.ts';
import type { Order } from '../src/domain/order.ts';
import type { Refund } from '../src/domain/refund.ts';
import { Reconcile } from '../src/reconciling/reconcile.ts';
import { MeetDeadlines } from '../src/refunding/meet-deadlines.ts';
import { AccessStore } from '../src/store/access.store.ts';
import { refundIdOf } from '../src/store/ids.ts';
import { OrderStore } from '../src/store/order.store.ts';
import { RefundStore } from '../src/store/refund.store.ts';

jest.setTimeout(60_000);

export interface Counts {
  charges: { succeeded: number; failed: number };
  refunds: { succeeded: number; pending: number; failed: number };
  sessions: { open: number; complete: number; expired: number };
  repeatsAbsorbed: number;
}

export class Bench {
  readonly service: TestService;
  readonly emulator: Emulator;
  readonly #pump: Promise<void>;
  readonly #end = new AbortController();
  #taken = 0;
  /** Off: webhooks of the provider are lost, as when the gateway is gone. */
  webhooks = true;

  private constructor(service: TestService, emulator: Emulator) {
    this.service = service;
    this.emulator = emulator;
    this.#pump = this.#pumpEvents();
  }

  static async start(env: Record<string, string> = {}): Promise<Bench> {
    const emulator = await startBench();
    const service = await startTestService({
      service: 'payments',
      now: new Date().toISOString(),
      build: (all, replace) => ({ module: AppModule.for(readConfig(paymentsConfig, all), replace) }),
      env: {
        STRIPE_SECRET_KEY: SECRET_KEY,
        STRIPE_API_URL: emulator.emulator.url,
        STRIPE_TIMEOUT_MS: '1000',
        RECONCILE_SECONDS: '0',
        DEADLINE_SECONDS: '0',
        ...env,
      },
    });
    return new Bench(service, emulator);
  }

  async stop(): Promise<void> {
    // What is being delivered arrives first: a broker that closes under it would tell it as failed.
    this.#end.abort();
    await this.#pump;
    await this.service.stop();
    await this.emulator.stop();
  }

  /** A fee is asked for; the order that follows. */
  async order(
    change: Partial<DataOf<typeof feeRequested>> = {},
  ): Promise<OrderView & { candidateId: string }> {
    const applicationId = change.applicationId ?? `application-${randomUUID()}`;
    const candidateId = change.candidateId ?? `candidate-${randomUUID()}`;
    const programmeId = change.programmeId ?? fee.programmeId;
    await this.told({ applicationId, candidateId, programmeId });
    await this.service.publish(feeRequested, { ...fee, ...change, applicationId, candidateId });
    const order = await waitFor('the order', async () => (await this.orders(applicationId, candidateId))[0]);
    return { ...order, candidateId };
  }

  /** An admitted candidate is asked for the deposit; the order that follows. `told` changes what is known of the application. */
  async deposit(
    change: Partial<DataOf<typeof depositRequested>> = {},
    told: Partial<DataOf<typeof applicationChanged>> = {},
  ): Promise<OrderView & { candidateId: string }> {
    const whose = {
      applicationId: change.applicationId ?? `application-${randomUUID()}`,
      candidateId: change.candidateId ?? `candidate-${randomUUID()}`,
      programmeId: change.programmeId ?? fee.programmeId,
    };
    await this.told({ ...admitted, ...told, ...whose });
    const requestedAt = this.service.clock.now();
    const dueAt = new Date(requestedAt.getTime() + 10 * 86_400_000).toISOString();
    const asked = { ...fee, amount: deposit, dueAt, requestedAt: requestedAt.toISOString() };
    await this.service.publish(depositRequested, { ...asked, ...change, ...whose });
    const order = await waitFor('the order', async () =>
      (await this.orders(whose.applicationId, whose.candidateId)).find(
        ({ product }) => product === 'DEPOSIT',
      ),
    );
    return { ...order, candidateId: whose.candidateId };
  }

  /** The applications service asks that an order be closed. */
  async askToClose(
    { applicationId, product }: Pick<OrderView, 'applicationId' | 'product'>,
    options: { id?: string } = {},
  ): Promise<void> {
    await this.service.publish(orderCloseRequested, { applicationId, product, reason: 'LAPSED' }, options);
  }

  /** The answers to the requests to close an order, so far. */
  answers(orderId: string): string[] {
    return this.service
      .seen(orderClosed)
      .filter(({ data }) => data.orderId === orderId)
      .map(({ data }) => data.outcome);
  }

  /** The refund of an application’s deposit as it is kept, once it is as wanted. */
  refund(applicationId: string, is: (refund: Refund) => boolean = () => true): Promise<Refund> {
    return waitFor('the refund', async () => {
      const refund = await this.service.app.get(RefundStore).load(refundIdOf(applicationId));
      return refund && is(refund) ? refund : undefined;
    });
  }

  /** True once this service knows that the candidate left. */
  async leftOf(applicationId: string): Promise<boolean> {
    return (await this.service.app.get(AccessStore).of(applicationId))?.hasLeft === true;
  }

  /** Does what deadlines ask for at this business time. */
  meetDeadlines(): Promise<number> {
    return this.service.app.get(MeetDeadlines).run();
  }

  /** What the applications service tells of an application: whose it is. */
  async told(
    whose: Pick<DataOf<typeof applicationChanged>, 'applicationId' | 'candidateId' | 'programmeId'> &
      Partial<DataOf<typeof applicationChanged>>,
    revision = 1,
  ): Promise<void> {
    const id = `application/${whose.applicationId}/${revision}/0`;
    await this.service.publish(applicationChanged, { ...application, ...whose }, { id });
  }

  /** The orders that a candidate sees; none while the application is not known, or nobody has time to say. */
  async orders(applicationId: string, candidateId: string): Promise<OrderView[]> {
    const who = subjects.candidate(candidateId);
    try {
      return (await this.service.call(listOrders, { applicationId }, who)).items;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      if (error.code === 'not-found' || isRetryable(error.code)) return [];
      throw error;
    }
  }

  checkout(order: { id: string; candidateId: string }, options: { key?: string; deadlineMs?: number } = {}) {
    const who = subjects.candidate(order.candidateId);
    return this.service.call(openCheckout, { orderId: order.id }, who, options);
  }

  /** As clients do: asks again when it is told to. For tests that load the machine on purpose. */
  patientCheckout(order: { id: string; candidateId: string }) {
    return waitFor('the page', () =>
      this.checkout(order).catch((error: unknown) => {
        if (error instanceof ProblemError && isRetryable(error.code)) return undefined;
        throw error;
      }),
    );
  }

  async stored(orderId: string): Promise<Order> {
    const found = await this.service.app.get(OrderStore).load(orderId);
    if (!found) throw new Error(`no order ${orderId}`);
    return found.state;
  }

  /** Waits until the order is as wanted. */
  until(what: string, orderId: string, is: (order: Order) => boolean): Promise<Order> {
    return waitFor(`${what} of ${orderId}`, async () => {
      const order = await this.stored(orderId);
      return is(order) ? order : undefined;
    });
  }

  /** How often it was said that the order is paid. */
  said(orderId: string) {
    return this.service.seen(orderPaid).filter(({ data }) => data.orderId === orderId);
  }

  /** All that was said of it, once anything was. */
  saidOf(orderId: string) {
    return waitFor('the message', () => (this.said(orderId).length > 0 ? this.said(orderId) : undefined));
  }

  async revisions(orderId: string): Promise<string[]> {
    const history = await this.service.app.get(OrderStore).streams.history(orderId);
    return history.map(({ act }) => act);
  }

  reconcile() {
    return this.service.app.get(Reconcile).run();
  }

  counts(): Promise<Counts> {
    return this.emulator.control('GET', 'counts');
  }

  faults(faults: object): Promise<unknown> {
    return this.emulator.control('POST', 'faults', faults);
  }

  /** Moves business time on both sides, to an offset from real time. */
  moveTo(ms: number): void {
    this.emulator.moveClock(ms);
    this.service.clock.advance(Date.now() + ms - this.service.clock.now().getTime());
  }

  /** Publishes an event of the provider as the gateway does; `copy` makes a delivery of its own of it. */
  async event(event: DataOf<typeof providerEventReceived>, copy = ''): Promise<void> {
    await this.service.publish(providerEventReceived, event, { id: `webhook/${event.eventId}${copy}/1/0` });
  }

  /** The events that the provider sent so far, as the gateway tells of them. */
  get received(): DataOf<typeof providerEventReceived>[] {
    return this.emulator.receiver.received.map(({ event }) => {
      const object = event.data.object as { id: string; object: string };
      const createdAt = new Date(event.created * 1000).toISOString();
      return {
        eventId: event.id,
        type: event.type,
        objectType: object.object,
        objectId: object.id,
        createdAt,
      };
    });
  }

  async #pumpEvents(): Promise<void> {
    while (!this.#end.signal.aborted) {
      const fresh = this.received.slice(this.#taken);
      this.#taken += fresh.length;
      if (this.webhooks) await Promise.all(fresh.map((event) => this.event(event)));
      await pause(10);
    }
  }
}

export const fee = {
  applicationId: 'application-1',
  candidateId: 'candidate-1',
  programmeId: 'data-science',
  reference: 'MS-2027-0001',
  programmeTitle: 'Mastère Spécialisé® Data',
  intakeLabel: 'Rentrée 2027',
  amount: { amount: 8000, currency: 'EUR' as const },
  confirmedDataHash: 'a'.repeat(64),
  requestedAt: '2026-11-24T09:00:00.000Z',
};

export const application: DataOf<typeof applicationChanged> = {
  applicationId: fee.applicationId,
  candidateId: fee.candidateId,
  programmeId: fee.programmeId,
  intakeId: 'data-science-2027',
  state: 'fee-pending',
  isExaminable: false,
  isEditable: false,
  wanted: [],
};

export const deposit = { amount: 45_000, currency: 'EUR' as const };
export const tuition = { amount: 1_500_000, currency: 'EUR' as const };

/** What the applications service tells of an admitted candidate. */
export const admitted = {
  state: 'offer-open' as const,
  isExaminable: true,
  reference: fee.reference,
  programmeTitle: fee.programmeTitle,
  intakeLabel: fee.intakeLabel,
  tuition,
};
