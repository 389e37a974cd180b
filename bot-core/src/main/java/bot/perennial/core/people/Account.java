package bot.perennial.core.people;

/**
 * One person's account on one platform; the only way the core ever names a platform.
 *
 * @param workspace the community the account speaks in: a workspace or a server, or the account's own user for personal use
 */
public record Account(String platform, String workspace, String user) {}
