// What every survey server must do at least: Hono, and one INSERT of the answer as a JSON row under a random key. Nothing
// is checked, signed or counted.
import { Hono } from 'hono';
import type { D1 } from '#worker/d1.ts';

interface Bare {
  Bindings: { DB: D1 };
}

const app = new Hono<Bare>();
app.post('/', async (c) => {
  const sent = await c.req.json<{ id: string }>();
  await c.env.DB.prepare('INSERT INTO bare (id, body) VALUES (?, ?)').bind(sent.id, JSON.stringify(sent)).all();
  return c.json({ ok: true, id: sent.id }, 201);
});

export default app;
