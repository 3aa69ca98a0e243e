// The floor under every handler: Hono reads the body and answers with it.
import { Hono } from 'hono';

const app = new Hono();
app.post('/', async (c) => c.json(await c.req.json(), 201));

export default app;
