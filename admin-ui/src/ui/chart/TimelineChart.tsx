import { Stack, Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { count, dayName, hourName } from '@/words/counting';
import { words } from '@/words/en';
import { type Bucket, niceTop, type Point } from './days';
import classes from './TimelineChart.module.css';

const plot = { height: 150, left: 44, right: 8, top: 8 };
const small = { height: 56, gap: 26 };
const total = plot.top + plot.height + small.gap + small.height + 22;

/** Accepted and delivered above; below, on a scale of their own, what came back. One day or hour is read by pointer or arrows. */
export function TimelineChart({ points, bucket = 'day' }: { points: Point[]; bucket?: Bucket }) {
  const nameOf = bucket === 'day' ? dayName : hourName;
  const { ref, width } = useElementSize();
  const [read, setRead] = useState<number | null>(null);
  const inner = Math.max(1, width - plot.left - plot.right);
  const x = (index: number) => plot.left + (points.length === 1 ? inner / 2 : (index / (points.length - 1)) * inner);

  const top = niceTop(Math.max(...points.map((point) => Math.max(point.accepted, point.delivered))));
  const lowTop = niceTop(Math.max(...points.map((point) => point.bounced + point.complained)));
  const y = (value: number) => plot.top + plot.height * (1 - value / top);
  const floor = total - 22;
  const lowHeight = (value: number) => (value === 0 ? 0 : Math.max(2, (value / lowTop) * small.height));

  const line = (value: (point: Point) => number) =>
    points.map((point, index) => `${index === 0 ? 'M' : 'L'}${x(index)},${y(value(point))}`).join('');
  const area = `${line((point) => point.accepted)}L${x(points.length - 1)},${y(0)}L${x(0)},${y(0)}Z`;
  const bar = Math.max(2, Math.min(14, (inner / points.length) * 0.6));

  function point(event: PointerEvent<SVGSVGElement>) {
    const offset = event.clientX - event.currentTarget.getBoundingClientRect().left - plot.left;
    setRead(Math.min(points.length - 1, Math.max(0, Math.round((offset / inner) * (points.length - 1)))));
  }

  function step(event: KeyboardEvent) {
    const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, Home: -points.length, End: points.length };
    const by = steps[event.key];
    if (by === undefined) return;
    event.preventDefault();
    setRead(read === null ? points.length - 1 : Math.min(points.length - 1, Math.max(0, read + by)));
  }

  const day = read === null ? undefined : points[read];
  return (
    <Stack gap={4} ref={ref}>
      <Text size="sm" className={classes.reading} role="status">
        {day === undefined ? (
          <span className={classes.quiet}>{words.chart.hint}</span>
        ) : (
          <Reading point={day} name={nameOf(day.at)} />
        )}
      </Text>
      <svg
        className={classes.chart}
        width={width}
        height={total}
        role="group"
        tabIndex={0}
        aria-label={words.chart.label}
        onPointerMove={point}
        onPointerDown={point}
        onPointerLeave={() => setRead(null)}
        onKeyDown={step}
        onBlur={() => setRead(null)}
      >
        {[0, top / 2, top].map((value) => (
          <g key={value}>
            <line className={classes.grid} x1={plot.left} x2={width - plot.right} y1={y(value)} y2={y(value)} />
            <text className={classes.label} x={plot.left - 8} y={y(value) + 4} textAnchor="end">
              {count(value)}
            </text>
          </g>
        ))}
        <text className={classes.label} x={plot.left - 8} y={floor - small.height + 8} textAnchor="end">
          {count(lowTop)}
        </text>
        <line className={classes.grid} x1={plot.left} x2={width - plot.right} y1={floor} y2={floor} />
        <path className={classes.area} d={area} />
        <path className={classes.accepted} d={line((each) => each.accepted)} />
        <path className={classes.delivered} d={line((each) => each.delivered)} />
        {points.map((each, index) => (
          <g key={each.at}>
            <rect
              className={classes.bounced}
              x={x(index) - bar / 2}
              width={bar}
              y={floor - lowHeight(each.bounced)}
              height={lowHeight(each.bounced)}
            />
            <rect
              className={classes.complained}
              x={x(index) - bar / 2}
              width={bar}
              y={floor - lowHeight(each.bounced) - lowHeight(each.complained)}
              height={lowHeight(each.complained)}
            />
          </g>
        ))}
        {dayLabels(points.length).map((index) => (
          <text
            key={index}
            className={classes.label}
            x={x(index)}
            y={total - 4}
            textAnchor={index === 0 ? 'start' : index === points.length - 1 ? 'end' : 'middle'}
          >
            {nameOf(points[index]?.at ?? '')}
          </text>
        ))}
        {read !== null && <line className={classes.cursor} x1={x(read)} x2={x(read)} y1={plot.top} y2={floor} />}
      </svg>
    </Stack>
  );
}

function Reading({ point, name: when }: { point: Point; name: string }) {
  return (
    <>
      <strong>{when}</strong>
      {(['accepted', 'delivered', 'bounced', 'complained'] as const).map((name) => (
        <span key={name} className={classes.entry} data-series={name}>
          {words.live.part(words.counts[name], point[name])}
        </span>
      ))}
    </>
  );
}

const dayLabels = (length: number) => [...new Set([0, Math.floor((length - 1) / 2), length - 1])];
