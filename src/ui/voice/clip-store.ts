interface VoiceManifest {
  readonly clips: Readonly<Record<string, { readonly file: string } | undefined>>;
}

const LOAD_MS_MAX = 10_000;

/** The clips of a voice, fetched and decoded once. */
export interface ClipStore {
  /** Every name in the manifest. Rejects if the manifest cannot be had. */
  readonly listNames: () => Promise<readonly string[]>;
  /** Undefined if the clip does not exist or cannot be had now; the next call tries again. */
  readonly findClip: (name: string) => Promise<AudioBuffer | undefined>;
}

/** Decodes for this context, from `base` (with its final slash), where manifest.json and the clips lie. */
export function openClipStore(context: BaseAudioContext, base: string): ClipStore {
  const clips = new Map<string, Promise<AudioBuffer | undefined>>();
  let manifest: Promise<VoiceManifest> | undefined;

  async function readManifest(): Promise<VoiceManifest> {
    manifest ??= get(`${base}manifest.json`).then((response) => response.json() as Promise<VoiceManifest>);
    try {
      return await manifest;
    } catch (cause) {
      manifest = undefined;
      throw new Error('the voice has no manifest', { cause });
    }
  }

  async function fetchClip(name: string): Promise<AudioBuffer | undefined> {
    const file = (await readManifest()).clips[name]?.file;
    if (file === undefined) return undefined;
    const response = await get(base + file);
    return context.decodeAudioData(await response.arrayBuffer());
  }

  return {
    listNames: async () => Object.keys((await readManifest()).clips),
    findClip: (name) => {
      const known = clips.get(name);
      if (known !== undefined) return known;
      // The caller is told by `undefined` and says which clips are missing; the cause is of no use on a board.
      const clip = fetchClip(name).catch(() => undefined);
      clips.set(name, clip);
      void clip.then((buffer) => {
        if (buffer === undefined) clips.delete(name);
      });
      return clip;
    },
  };
}

async function get(address: string): Promise<Response> {
  const response = await fetch(address, { signal: AbortSignal.timeout(LOAD_MS_MAX) });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}
