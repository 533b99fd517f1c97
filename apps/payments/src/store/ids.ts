import type { Product } from '@admissions/contracts/payments';
import { idFrom } from '@admissions/identity/ids';

/** The order of a product of an application: there is one, however often it is asked for. */
export function orderIdOf(applicationId: string, product: Product): string {
  return idFrom('order', `${applicationId}/${product}`);
}

/** The refund of an application’s deposit: there is one, whatever the number of agreements. */
export function refundIdOf(applicationId: string): string {
  return idFrom('refund', `${applicationId}/DEPOSIT`);
}
