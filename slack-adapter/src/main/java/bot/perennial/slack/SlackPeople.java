package bot.perennial.slack;

import bot.perennial.core.people.Account;
import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.model.User;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Slack says about its members: name, zone and country, remembered for a while and never waited for long. */
final class SlackPeople implements SlackText.Names {
    private static final Logger LOG = LoggerFactory.getLogger(SlackPeople.class);
    private static final Duration PATIENCE = Duration.ofMillis(800);
    /** Without the zone of who asks, today may be the wrong day. */
    private static final Duration LONGER_PATIENCE = Duration.ofMillis(1500);

    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration USABLE = Duration.ofHours(12);
    private static final int MOST = 20_000;
    /** Slack grants 100 a minute and more: https://docs.slack.dev/reference/methods/users.info (tier 4). */
    private static final int ASKED_A_MINUTE = 90;

    /** A member as their profile shows them. */
    record Profile(String name, Optional<ZoneId> zone, String country) {
        static final Profile UNKNOWN = new Profile("", Optional.empty(), "");
    }

    private static final int TOO_MANY = 429;

    private final MethodsClient slack;
    private final Access access;
    private final Allowance allowance;
    private final AsyncLoadingCache<Account, @Nullable Profile> profiles;

    SlackPeople(MethodsClient slack, Access access, InstantSource time, Executor executor) {
        this.slack = slack;
        this.access = access;
        this.allowance = new Allowance(ASKED_A_MINUTE, time);
        this.profiles = Caffeine.newBuilder()
                .maximumSize(MOST)
                .refreshAfterWrite(FRESH)
                .expireAfterWrite(USABLE)
                .executor(executor)
                .buildAsync(new CacheLoader<Account, @Nullable Profile>() {
                    @Override
                    public @Nullable Profile load(Account account) {
                        return ask(account);
                    }

                    @Override
                    public @Nullable Profile reload(Account account, Profile known) {
                        var fresh = ask(account);
                        return fresh == null ? known : fresh;
                    }
                });
    }

    /** The profile of who asks, or an unknown one if Slack does not answer soon. */
    Profile profile(Account account) {
        return profile(account, LONGER_PATIENCE);
    }

    private Profile profile(Account account, Duration patience) {
        try {
            var profile = profiles.get(account).get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return profile == null ? Profile.UNKNOWN : profile;
        } catch (ExecutionException | TimeoutException e) {
            return Profile.UNKNOWN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Profile.UNKNOWN;
        }
    }

    @Override
    public String of(Account account, String fallback) {
        var name = profile(account, PATIENCE).name();
        return name.isEmpty() ? fallback : name;
    }

    /** The profile, or nothing, which is not remembered. */
    private @Nullable Profile ask(Account account) {
        if (!access.granted() || !allowance.take()) {
            return null;
        }
        try {
            var answer = slack.usersInfo(request -> request.user(account.user()).includeLocale(true));
            if (answer.isOk()) {
                return read(answer.getUser());
            }
            access.refusedBy(Optional.ofNullable(answer.getError()).orElse(""));
        } catch (SlackApiException e) {
            if (e.getResponse().code() == TOO_MANY) {
                allowance.close(SlackCourier.pause(e.getResponse().header("Retry-After")));
            }
            LOG.warn("event=slack_profile_failed status={}", e.getResponse().code());
        } catch (IOException | RuntimeException e) { // the SDK's own stumbling included
            LOG.warn("event=slack_profile_failed kind={}", e.getClass().getSimpleName());
        }
        return null;
    }

    static Profile read(User user) {
        var profile = Optional.ofNullable(user.getProfile());
        var name = Stream.of(
                        profile.map(User.Profile::getRealName).orElse(""),
                        user.getRealName(),
                        profile.map(User.Profile::getDisplayName).orElse(""),
                        user.getName())
                .filter(candidate -> candidate != null && !candidate.isBlank())
                .findFirst()
                .orElse("");
        return new Profile(SafeText.clean(name).strip(), zone(user.getTz()), country(user.getLocale()));
    }

    private static Optional<ZoneId> zone(@Nullable String name) {
        try {
            return name == null || name.isBlank() ? Optional.empty() : Optional.of(ZoneId.of(name));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String country(@Nullable String locale) {
        return locale != null && locale.matches("[a-z]{2,3}[-_][A-Z]{2}") ? locale.substring(locale.length() - 2) : "";
    }
}
