import { useElementSize } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { words } from '@/words/en';
import classes from './MessageFrame.module.css';

interface Frame {
  id: number;
  html: string;
}

/** How wide the reader's window is: 680 px is what a desktop program leaves for a message, 375 px a common phone. */
const widths = { desktop: 680, phone: 375 };

/**
 * The rendered HTML in a sandbox: no script runs, no form is sent, no window opens. `allow-same-origin` without
 * `allow-scripts` gives the message no power; it lets this page read how far it was scrolled.
 *
 * The next message loads in a frame behind the one on show, so that typing never makes the preview blink or jump back to
 * its top. Where there is less room than the reader has, the frame is drawn smaller, not narrower.
 */
export function MessageFrame({ html, width }: { html: string; width: keyof typeof widths }) {
  const [shown, setShown] = useState<Frame>({ id: 0, html });
  const [coming, setComing] = useState<Frame | null>(null);
  const stage = useRef<HTMLDivElement>(null);
  const { ref: room, width: available } = useElementSize();

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

  const wanted = width === 'phone' ? widths.phone : Math.max(widths.desktop, available);
  const scale = available === 0 ? 1 : Math.min(1, available / wanted);
  return (
    <div ref={room}>
      <div ref={stage} className={classes.stage} style={{ maxWidth: width === 'phone' ? widths.phone : undefined }}>
        {[shown, ...(coming === null ? [] : [coming])].map((frame) => (
          <iframe
            key={frame.id}
            className={classes.frame}
            style={{ width: wanted, height: `${100 / scale}%`, transform: `scale(${scale})` }}
            data-shown={frame === shown || undefined}
            aria-hidden={frame !== shown}
            title={words.preview.frame}
            sandbox="allow-same-origin"
            srcDoc={page(frame.html)}
            onLoad={(event) => loaded(frame, event.currentTarget)}
          />
        ))}
      </div>
    </div>
  );
}

/** Links lead nowhere: a new window is what the sandbox does not open. */
function page(html: string): string {
  return `<!doctype html><base target="_blank"><style>:root{color-scheme:light}body{overflow-wrap:anywhere}</style>${html}`;
}
