package bot.perennial.discord.testing;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** What Discord sends, with as much in it as JDA reads. */
final class FakePayloads {
    private static final String CHANNEL = "300000000000000101";
    private static final String NOW = "2026-03-02T09:00:00.000000+00:00";

    private FakePayloads() {}

    static DataObject ready(String guild) {
        return DataObject.empty()
                .put("v", 10)
                .put("user", user(FakeDiscord.BOT, "perennial").put("bot", true))
                .put(
                        "guilds",
                        DataArray.empty()
                                .add(DataObject.empty().put("id", guild).put("unavailable", true)))
                .put("session_id", "session")
                .put(
                        "application",
                        DataObject.empty().put("id", FakeDiscord.BOT).put("flags", 0))
                .put("private_channels", DataArray.empty());
    }

    /** The server itself, which JDA waits for before it is ready. */
    static DataObject guild(String id) {
        var everyone = DataObject.empty()
                .put("id", id)
                .put("name", "@everyone")
                .put("color", 0)
                .put("colors", DataObject.empty().put("primary_color", 0))
                .put("position", 0)
                .put("managed", false)
                .put("hoist", false)
                .put("mentionable", false)
                .put("permissions", "2248473465835073");
        var guild = DataObject.empty()
                .put("id", id)
                .put("name", "Acme")
                .put("owner_id", FakeDiscord.BOT)
                .put("member_count", 1)
                .put("afk_timeout", 300)
                .put("premium_progress_bar_enabled", false)
                .put("preferred_locale", "en-US")
                .put("roles", DataArray.empty().add(everyone))
                .put(
                        "members",
                        DataArray.empty()
                                .add(member(user(FakeDiscord.BOT, "perennial").put("bot", true))))
                .put("channels", DataArray.empty().add(channel(id)));
        for (var number : List.of(
                "verification_level",
                "default_message_notifications",
                "explicit_content_filter",
                "mfa_level",
                "premium_tier",
                "nsfw_level",
                "system_channel_flags")) {
            guild.put(number, 0);
        }
        for (var list : List.of(
                "emojis",
                "stickers",
                "features",
                "voice_states",
                "threads",
                "presences",
                "stage_instances",
                "guild_scheduled_events",
                "soundboard_sounds")) {
            guild.put(list, DataArray.empty());
        }
        return guild;
    }

    static DataObject user(String id, String name) {
        return DataObject.empty()
                .put("id", id)
                .put("username", name)
                .put("global_name", name)
                .put("discriminator", "0")
                .put("avatar", null);
    }

    static DataObject direct(DataObject user) {
        return DataObject.empty()
                .put("id", "4" + user.getString("id").substring(1))
                .put("type", 1)
                .put("recipients", DataArray.empty().add(user));
    }

    static DataObject interaction(String id, String token, DataObject user, String guild) {
        var interaction = DataObject.empty()
                .put("id", id)
                .put("application_id", FakeDiscord.BOT)
                .put("token", token)
                .put("version", 1)
                .put("locale", "pt-BR")
                .put("entitlements", DataArray.empty())
                .put("attachment_size_limit", 10485760)
                .put("app_permissions", "442368");
        if (guild.isEmpty()) {
            var channel = direct(user);
            return interaction
                    .put("user", user)
                    .put("channel", channel)
                    .put("channel_id", channel.getString("id"))
                    .put("context", 1)
                    .put("authorizing_integration_owners", DataObject.empty().put("0", "0"));
        }
        return interaction
                .put("guild_id", guild)
                .put(
                        "guild",
                        DataObject.empty()
                                .put("id", guild)
                                .put("features", DataArray.empty())
                                .put("locale", "en-US"))
                .put("guild_locale", "en-US")
                .put("member", member(user))
                .put("channel", channel(guild))
                .put("channel_id", CHANNEL)
                .put("context", 0)
                .put("authorizing_integration_owners", DataObject.empty().put("0", guild));
    }

    private static DataObject member(DataObject user) {
        return DataObject.empty()
                .put("user", user)
                .put("nick", null)
                .put("roles", DataArray.empty())
                .put("joined_at", NOW)
                .put("permissions", "2248473465835073");
    }

    private static DataObject channel(String guild) {
        return DataObject.empty()
                .put("id", CHANNEL)
                .put("type", 0)
                .put("guild_id", guild)
                .put("name", "general")
                .put("position", 0)
                .put("permission_overwrites", DataArray.empty())
                .put("permissions", "2248473465835073");
    }

    static DataObject message(String id, String channel, DataObject body) {
        var numbers = new AtomicInteger();
        return DataObject.empty()
                .put("id", id)
                .put("type", 0)
                .put("content", body.getString("content", ""))
                .put("channel_id", channel)
                .put("author", user(FakeDiscord.BOT, "perennial").put("bot", true))
                .put("attachments", DataArray.empty())
                .put("embeds", DataArray.empty())
                .put("mentions", DataArray.empty())
                .put("mention_roles", DataArray.empty())
                .put("pinned", false)
                .put("mention_everyone", false)
                .put("tts", false)
                .put("timestamp", NOW)
                .put("flags", body.getInt("flags", 0))
                .put("components", numbered(body.optArray("components").orElseGet(DataArray::empty), numbers));
    }

    static DataArray registered(DataArray commands) {
        var id = new AtomicInteger(900);
        var all = commands.stream(DataArray::getObject)
                .map(command -> DataObject.fromJson(command.toJson())
                        .put("id", Integer.toString(id.incrementAndGet()))
                        .put("application_id", FakeDiscord.BOT)
                        .put("version", "1"))
                .toList();
        return DataArray.fromCollection(all);
    }

    private static DataArray numbered(DataArray components, AtomicInteger numbers) {
        var all = components.stream(DataArray::getObject)
                .map(component -> {
                    var copy = DataObject.fromJson(component.toJson()).put("id", numbers.incrementAndGet());
                    copy.optArray("components").ifPresent(inner -> copy.put("components", numbered(inner, numbers)));
                    return copy;
                })
                .toList();
        return DataArray.fromCollection(all);
    }
}
