import type { Addresses } from './addresses.ts';
import { answerOf, apiClient, type Api } from './api.ts';

/** Signs in the local account that holds a role. */
export async function staffMember(addresses: Addresses, role: string): Promise<Api> {
  const account = addresses.staff.find(({ roles }) => roles.some((one) => one.role === role));
  if (!account) throw new Error(`there is no local account with the role ${role}`);
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
