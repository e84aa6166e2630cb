import { type Html, html } from '../../html.ts';

/** What a person handed in; all empty on the first visit. */
export interface ReadRequest {
  readonly text: string;
  readonly title: string;
  readonly published: string;
  readonly publisher: string;
  readonly view: 'quantities' | 'claims';
}

/** Longer texts are for the command line, which sends nothing over a network. In UTF-16 units. */
export const MAX_TEXT_LENGTH = 50_000;

export function readForm({ text, title, published, publisher, view }: ReadRequest): Html {
  return html`<form class="read" action="/read" method="post">
<label class="whole">Text<textarea name="text" rows="${text === '' ? 10 : 5}" required placeholder="It committed nearly $140bn and up to 30 GW over seven years.">${text}</textarea></label>
<label>Title<input name="title" value="${title}" maxlength="500"></label>
<label>Published<input type="date" name="published" value="${published}"></label>
<label>Publisher<input name="publisher" value="${publisher}" maxlength="200"></label>
<p class="whole buttons"><button name="view" value="quantities" class="${view === 'quantities' && 'chosen'}">Read the numbers</button>
<button name="view" value="claims" class="${view === 'claims' && 'chosen'}">Read figures and deals</button>
<a href="/read?example=${view}">Try an example</a></p>
<p class="whole soft">Title, day and publisher matter for figures and deals only: “last Friday” needs a day. Nothing is stored. Up to ${MAX_TEXT_LENGTH.toLocaleString('en')} characters; longer texts with <code>newsledger read FILE</code>.</p>
</form>`;
}
