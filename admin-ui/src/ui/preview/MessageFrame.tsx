import { useRef, useState } from 'react';
import { words } from '@/words/en';
import classes from './MessageFrame.module.css';

interface Frame {
  id: number;
  html: string;
}

/**
 * The rendered HTML in a sandbox: no script runs, no form is sent, no window opens. `allow-same-origin` without
 * `allow-scripts` gives the message no power; it lets this page read how far it was scrolled.
 *
 * The next message loads in a frame behind the one on show, so that typing never makes the preview blink or jump back to
 * its top.
 */
export function MessageFrame({ html, width }: { html: string; width: number | undefined }) {
  const [shown, setShown] = useState<Frame>({ id: 0, html });
  const [coming, setComing] = useState<Frame | null>(null);
  const stage = useRef<HTMLDivElement>(null);

  if ((coming ?? shown).html !== html) {
    setComing(html === shown.html ? null : { id: (coming ?? shown).id + 1, html });
  }

  function loaded(frame: Frame, element: HTMLIFrameElement) {
    if (frame.id !== coming?.id) return;
    const before = stage.current?.querySelector('iframe')?.contentWindow;
    if (before) element.contentWindow?.scrollTo(before.scrollX, before.scrollY);
    setShown(frame);
    setComing(null);
  }

  return (
    <div ref={stage} className={classes.stage} style={{ maxWidth: width }}>
      {[shown, ...(coming === null ? [] : [coming])].map((frame) => (
        <iframe
          key={frame.id}
          className={classes.frame}
          data-shown={frame === shown || undefined}
          aria-hidden={frame !== shown}
          title={words.preview.frame}
          sandbox="allow-same-origin"
          srcDoc={page(frame.html)}
          onLoad={(event) => loaded(frame, event.currentTarget)}
        />
      ))}
    </div>
  );
}

/** Links lead nowhere: a new window is what the sandbox does not open. */
function page(html: string): string {
  return `<!doctype html><base target="_blank"><style>:root{color-scheme:light}body{overflow-wrap:anywhere}</style>${html}`;
}
