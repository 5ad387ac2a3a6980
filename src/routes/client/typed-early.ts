type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * Notes what people have typed and chosen in a page that the server drew, before its scripts run over it: a component that
 * comes alive writes the server's values into its fields again. Called when the first component begins; what it returns
 * puts everything back, once all of them are alive, as if it had been typed then.
 */
export function noteTypedEarly(page: ParentNode): () => void {
  const redo = [...page.querySelectorAll<Control>('input, textarea, select')].flatMap((control) => {
    const again = againOf(control);
    return again === undefined ? [] : [{ control, again }];
  });
  return () => {
    for (const { control, again } of redo) {
      if (!control.isConnected) continue;
      again();
      for (const kind of ['input', 'change']) control.dispatchEvent(new Event(kind, { bubbles: true }));
    }
  };
}

/** How to do the same to a control again; undefined where it stands as the server drew it. */
function againOf(control: Control): (() => void) | undefined {
  if (control instanceof HTMLSelectElement) {
    const options = [...control.options];
    const drawn = options.find((option) => option.defaultSelected) ?? options[0];
    const { value } = control;
    return drawn === undefined || drawn.selected ? undefined : () => void (control.value = value);
  }
  if (control.type === 'hidden' || control.type === 'file') return undefined;
  if (control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio')) {
    const { checked } = control;
    // Of a group the one that was chosen puts the others out.
    const same = checked === control.defaultChecked || (control.type === 'radio' && !checked);
    return same ? undefined : () => void (control.checked = checked);
  }
  const { value } = control;
  return value === control.defaultValue ? undefined : () => void (control.value = value);
}
