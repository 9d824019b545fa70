// An identity provider that nobody here wrote (oidc-provider, certified by the OpenID Foundation), set up as a government's own:
// its names for claims and roles, its keys, its levels. Every password is right.
//
//   node issuer.mjs PORT
//
// Prints "ready" when it serves. A line "rotate" on its input gives it a new key in place of the old one; it ends with its input.
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import { Provider } from 'oidc-provider';

const port = Number(process.argv[2]);
const issuer = `http://127.0.0.1:${port}`;

const people = {
  lan: { national_id: '020190001234', display_name: 'Nông Thị Lan', assurance: 'urn:example:loa:substantial' },
  hoa: { display_name: 'Hoàng Thị Hoa', groups: ['province-h37/one-stop', 'province-h34/head', 'staff'] },
  // Of a province for which this provider may not speak.
  tuan: { display_name: 'Lý Văn Tuấn', groups: ['province-h34/one-stop', 'province-h34/head'] },
};

function key() {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256', kid: randomUUID() };
}

function provider() {
  const it = new Provider(issuer, {
    clients: [{
      client_id: 'one-door',
      application_type: 'native',
      token_endpoint_auth_method: 'none',
      redirect_uris: ['http://127.0.0.1/callback'],
      id_token_signed_response_alg: 'ES256',
    }],
    jwks: { keys: [key()] },
    cookies: { keys: ['for-tests-only'] },
    acrValues: [...new Set(Object.values(people).map((person) => person.assurance).filter(Boolean))],
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    features: {
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: () => ({
          scope: 'dossiers',
          audience: 'motcua',
          accessTokenFormat: 'jwt',
          accessTokenTTL: 600,
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
    findAccount: (_, id) => people[id] && { accountId: id, claims: () => ({ sub: id }) },
    extraTokenClaims: (_, token) => {
      const { national_id, display_name, groups, assurance } = people[token.accountId];
      return { national_id, display_name, groups, acr: assurance };
    },
  });
  return it.callback();
}

let current = provider();
createServer((request, response) => current(request, response)).listen(port, '127.0.0.1', () => console.log('ready'));
const input = createInterface({ input: process.stdin });
input.on('line', (line) => {
  if (line === 'rotate') {
    current = provider();
    console.log('rotated');
  }
});
input.on('close', () => process.exit(0));
