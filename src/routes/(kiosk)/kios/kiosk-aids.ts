import type { Words } from '#ui/words/id.ts';
import type { HelpCall } from './help-call.svelte.ts';
import type { KioskFlow } from './kiosk-flow.svelte.ts';
import type { ReadAloud } from './read-aloud.svelte.ts';

interface Parts {
  readonly flow: KioskFlow;
  readonly help: HelpCall;
  readonly voice: ReadAloud;
  readonly words: Words['kiosk'];
}

/** The helper row, the same on every screen: what a visitor can change for themselves, and a person to ask. */
export function listAids({ flow, help, voice, words }: Parts) {
  const readAloud = {
    icon: 'volume-2' as const,
    label: words.readAloud,
    onpress: () => (voice.on ? voice.stop() : (voice.on = true)),
    pressed: voice.on,
  };
  return [
    // Only where this device has a voice for the language: a button that does nothing is worse than none.
    ...(voice.can(flow.language) ? [readAloud] : []),
    {
      icon: 'a-large-small' as const,
      label: words.largeType,
      onpress: () => (flow.large = !flow.large),
      pressed: flow.large,
    },
    {
      icon: 'contrast' as const,
      label: words.highContrast,
      onpress: () => (flow.contrast = !flow.contrast),
      pressed: flow.contrast,
    },
    {
      icon: 'accessibility' as const,
      label: words.lowerButtons,
      onpress: () => (flow.lowered = !flow.lowered),
      pressed: flow.lowered,
    },
    {
      icon: 'languages' as const,
      label: words.otherLanguage,
      onpress: () => (flow.language = flow.language === 'id' ? 'en' : 'id'),
      lang: flow.language === 'id' ? 'en' : 'id',
    },
    {
      icon: 'hand-helping' as const,
      label: help.state === 'asked' ? words.helpCame : words.callOfficer,
      onpress: () => void help.toggle(),
      pressed: help.state === 'asked',
    },
  ];
}
