import type { Locator, Page } from 'playwright-core';

/** No page has more stops on the way to what somebody is looking for. */
const TABS_MAX = 120;
/**
 * Seconds by the keystroke-level model (Card, Moran and Newell 1983): a key pressed by an average typist who is no
 * secretary, and the moment of thought before each thing that is done.
 */
const KEY_SECONDS = 0.28;
const THOUGHT_SECONDS = 1.35;

/** Somebody who works a page without a mouse, and counts what it costs. */
export class KeyboardHand {
  readonly page: Page;
  #keys = 0;
  #deeds = 0;

  constructor(page: Page) {
    this.page = page;
  }

  /** Things done: a field filled, a choice made, a button pressed. */
  get deeds(): number {
    return this.#deeds;
  }

  /** How long a person would have been at it, in seconds. */
  get seconds(): number {
    return this.#keys * KEY_SECONDS + this.#deeds * THOUGHT_SECONDS;
  }

  async write(label: string, text: string): Promise<void> {
    await this.#reach(this.page.getByLabel(label, { exact: true }));
    await this.#type(text);
  }

  /** The radio button of this name, by the arrow keys of its group. */
  async choose(label: string | RegExp): Promise<void> {
    const wanted = this.page.getByRole('radio', { name: label });
    const group = await wanted.getAttribute('name');
    await this.#reach(this.page.locator(`input[type=radio][name="${group}"]`));
    await this.#press('Space', 0);
    for (let place = 0; place < 12 && !(await wanted.isChecked()); place += 1)
      await this.#press('ArrowDown', 0);
    this.#deeds += 1;
  }

  /** The option so many below the first line, by the arrow keys. */
  async pick(label: string, down: number): Promise<void> {
    await this.#reach(this.page.getByLabel(label, { exact: true }));
    for (let place = 0; place < down; place += 1) await this.#press('ArrowDown', 0);
    this.#deeds += 1;
  }

  /** A button or link of this name, by Enter. */
  async press(role: 'button' | 'link', name: string | RegExp): Promise<void> {
    await this.#reach(this.page.getByRole(role, { name, exact: typeof name === 'string' }));
    await this.#press('Enter', 1);
  }

  async #type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    this.#keys += text.length;
    this.#deeds += 1;
  }

  async #press(key: string, deeds: number): Promise<void> {
    await this.page.keyboard.press(key);
    this.#keys += 1;
    this.#deeds += deeds;
  }

  /** Tab by Tab, as somebody goes who sees the focus. @throws Error where the keyboard does not lead there */
  async #reach(target: Locator): Promise<void> {
    await target.first().waitFor();
    for (let tab = 0; tab <= TABS_MAX; tab += 1) {
      const there = await target.evaluateAll((elements) =>
        elements.some((each) => each === document.activeElement),
      );
      if (there) return;
      await this.#press('Tab', 0);
    }
    throw new Error(`the keyboard does not reach ${String(target)}`);
  }
}
