// API tokens: what programs may call with. One that was just made is on the page that answers, once.
import { type ApiToken, scopes } from '#core/api-token.ts';
import { showDay } from '#core/dates.ts';
import { fill } from '#core/lang.ts';
import {
  type ProblemLine,
  ProblemList,
  StaffFrame,
  type StaffPageProps,
  staffLink,
  TableBox,
  type Unit,
  unitName,
} from '../../parts/staff-frame.tsx';

export interface TokensPageProps extends StaffPageProps {
  readonly tokens: readonly (ApiToken & { readonly live: boolean })[];
  readonly units: readonly Unit[];
  readonly problems: readonly ProblemLine[];
  /** What was typed for a new one. */
  readonly typed: {
    readonly name: string;
    readonly scopes: readonly string[];
    readonly unit: string;
    readonly expires: string;
  };
  /** Just made. */
  readonly made: { readonly name: string; readonly token: string } | null;
}

export function TokensPage(props: TokensPageProps) {
  const { words, problems, made, tokens } = props;
  const w = words.staff.tokens;
  return (
    <StaffFrame {...props} here="tokens" title={w.title}>
      <p class="lead">{w.lead}</p>
      <ProblemList title={w.problems} problems={problems} />
      {made && (
        <div class="alarm" role="status">
          <h2>{fill(w.made, { name: made.name })}</h2>
          <p>
            <code class="hash">{made.token}</code>
          </p>
          <p>{w.madeBody}</p>
        </div>
      )}
      <section>
        <h2>{w.list}</h2>
        {tokens.length === 0 ? <p class="nothing">{w.none}</p> : <TokenTable {...props} />}
      </section>
      <AddToken {...props} />
    </StaffFrame>
  );
}

function TokenTable(props: TokensPageProps) {
  const { words, lang, tokens, units } = props;
  const w = words.staff.tokens;
  return (
    <TableBox label={w.list}>
      <table class="people">
        <thead>
          <tr>
            {[w.name, w.scopes, w.unit, w.created, w.expires, w.seen, w.status].map((heading) => (
              <th scope="col" key={heading}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tokens.map((token) => (
            <tr key={token.id} class={token.live ? undefined : 'off'}>
              <th scope="row">{token.name}</th>
              <td>{token.scopes.map((scope) => w.scope[scope]).join(words.language.list)}</td>
              <td>{unitName(units, token.unit ?? '', words, lang)}</td>
              <td>{showDay(token.created, lang)}</td>
              <td>{token.expires ? showDay(token.expires, lang) : w.never}</td>
              <td>{token.seen ? showDay(token.seen, lang) : w.never}</td>
              <td>
                {token.revoked && fill(w.revoked, { day: showDay(token.revoked, lang) })}
                {!token.revoked && !token.live && w.expired}
                {token.live && (
                  <form method="post" action={staffLink(props, `/staff/tokens/${token.id}/revocation`)}>
                    <button type="submit" class="plain">
                      {w.revoke}
                      <span class="unseen"> {token.name}</span>
                    </button>
                  </form>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function AddToken(props: TokensPageProps) {
  const { words, lang, typed, units } = props;
  const w = words.staff.tokens;
  return (
    <form class="panel" method="post" action={staffLink(props, '/staff/tokens')}>
      <h2>{w.add}</h2>
      <p class="field">
        <label for="name">{w.name}</label>
        <span class="hint" id="name-hint">
          {w.nameHint}
        </span>
        <input id="name" name="name" value={typed.name} maxLength={60} required aria-describedby="name-hint" />
      </p>
      <fieldset class="picks">
        <legend>{w.scopes}</legend>
        {scopes.map((scope) => (
          <label key={scope}>
            <input type="checkbox" name={`scope.${scope}`} value="yes" checked={typed.scopes.includes(scope)} />
            {w.scope[scope]}
          </label>
        ))}
      </fieldset>
      <p class="field">
        <label for="unit">{w.unit}</label>
        <span class="hint" id="unit-hint">
          {w.unitHint}
        </span>
        <select id="unit" name="unit" aria-describedby="unit-hint">
          <option value="">{words.staff.countyItself}</option>
          {units.map(({ code, name }) => (
            <option key={code} value={code} selected={code === typed.unit}>
              {name[lang]}
            </option>
          ))}
        </select>
      </p>
      <p class="field">
        <label for="expires">{w.expires}</label>
        <span class="hint" id="expires-hint">
          {w.expiresHint}
        </span>
        <input
          id="expires"
          name="expires"
          value={typed.expires}
          placeholder="2027-12-31"
          aria-describedby="expires-hint"
        />
      </p>
      <p class="field">
        <button type="submit" class="button">
          {w.submit}
        </button>
      </p>
    </form>
  );
}
