// The person's side of telegram-test-api, one JSON object a line: what somebody does in, what the bot has said since out.
// {"user": 9, "chat": 9, "type": "private", "do": "say" | "command" | "press" | "look" | "again", "text": "…", "data": "…", "message": 3}
const readline = require('node:readline');
const Telegram = require('telegram-test-api');

const TOKEN = process.argv[2];
const seen = new Map(); // how much of the bot's messages each chat has read

function sent(server, chat) {
  return server.storage.botMessages.filter((one) => String(one.message.chat_id) === String(chat));
}

async function act(server, wish) {
  const client = server.getClient(TOKEN, {
    userId: wish.user, chatId: wish.chat, type: wish.type || 'private', firstName: wish.name || 'An',
  });
  if (wish.do === 'say') await client.sendMessage(client.makeMessage(wish.text));
  if (wish.do === 'command') await client.sendCommand(client.makeCommand(wish.text));
  if (wish.do === 'press') {
    const { message } = sent(server, wish.chat).find((one) => one.messageId === wish.message);
    const shown = { message_id: wish.message, date: 1, text: message.text, reply_markup: message.reply_markup };
    await client.sendCallback(client.makeCallbackQuery(wish.data, { message: shown }));
  }
  const every = sent(server, wish.chat);
  if (wish.do === 'again') return every.filter((one) => one.messageId === wish.message).map((one) => one.message);
  const before = seen.get(wish.chat) || 0;
  seen.set(wish.chat, every.length);
  return every.slice(before).map((one) => ({ ...one.message, message_id: one.messageId }));
}

async function main() {
  const server = new Telegram({ port: 0 + Number(process.argv[3]), host: '127.0.0.1', storeTimeout: 600 });
  await server.start();
  console.log(JSON.stringify({ url: server.config.apiURL }));
  for await (const line of readline.createInterface({ input: process.stdin })) {
    try {
      console.log(JSON.stringify({ said: await act(server, JSON.parse(line)) }));
    } catch (error) {
      console.log(JSON.stringify({ error: String(error) }));
    }
  }
  await server.stop();
}

main();
