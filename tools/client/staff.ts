import type { Addresses } from './addresses.ts';
import { answerOf, apiClient, type Api } from './api.ts';

/** Signs in the local account that holds a role; the `nth` of several. */
export async function staffMember(addresses: Addresses, role: string, nth = 0): Promise<Api> {
  const account = addresses.staff.filter(({ roles }) => roles.some((one) => one.role === role))[nth];
  if (!account) throw new Error(`there is no local account number ${nth + 1} with the role ${role}`);
  let token: string | undefined;
  const api = apiClient(addresses.api, () => token);
  const session = await answerOf(
    api.POST('/v1/sessions', {
      body: { email: account.email, password: account.password, as: 'api-client' },
    }),
  );
  token = session.token;
  return api;
}
