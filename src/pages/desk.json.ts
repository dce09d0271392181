import { getDeskTable } from '../site/desk-table.ts';

export async function GET(): Promise<Response> {
  return Response.json(await getDeskTable());
}
