package bot.perennial.bench.commands;

/** What tells one gesture from another: whose notebook it is about, and whom in it. */
record Keys(String account, long member, long person, String surname) {}
