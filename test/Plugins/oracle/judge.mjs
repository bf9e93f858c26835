// Judges tokens with the verifiers of firebase-admin, as they are used in servers: with their own fetching and caching of
// certificates, from a key server that this program plays. Reads {project, phases: [{now, certificates, tokens: [{kind,
// token}]}]} from standard input, writes a list per phase: null for a token that is accepted, else the reason.
import { createServer } from "node:http";
import { createRequire } from "node:module";
import path from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);
const { FirebaseTokenVerifier, ID_TOKEN_INFO, SESSION_COOKIE_INFO } =
  require(path.join(here, "node_modules/firebase-admin/lib/auth/token-verifier.js"));

const { project, phases } = JSON.parse(await text(process.stdin));

let phase = phases[0];
let fetches = 0;
const server = createServer((_, response) => {
  fetches++;
  response.writeHead(200, { "content-type": "application/json", "cache-control": "public, max-age=600" });
  response.end(JSON.stringify(phase.certificates));
});
await new Promise(resolve => server.listen(0, "127.0.0.1", resolve));
const address = `http://127.0.0.1:${server.address().port}/certificates`;

const app = { options: { projectId: project } };
const verifiers = {
  IdToken: new FirebaseTokenVerifier(address, "https://securetoken.google.com/", ID_TOKEN_INFO, app),
  SessionCookie: new FirebaseTokenVerifier(address, "https://session.firebase.google.com/", SESSION_COOKIE_INFO, app),
};

async function judge({ kind, token }) {
  try {
    await verifiers[kind].verifyJWT(token);
    return null;
  } catch (error) {
    return `${error.code ?? error.name}: ${error.message}`;
  }
}

const verdicts = [];
for (phase of phases) {
  const { now } = phase;
  Date.now = () => now * 1000;
  const ofPhase = [];
  for (const token of phase.tokens) {
    ofPhase.push(await judge(token));
  }
  verdicts.push(ofPhase);
}

server.close();
server.closeAllConnections();
if (fetches !== phases.length * Object.keys(verifiers).length) {
  throw new Error(`certificates were fetched ${fetches} times, not once per phase and verifier`);
}
process.stdout.write(JSON.stringify(verdicts));
