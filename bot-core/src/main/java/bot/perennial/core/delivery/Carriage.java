package bot.perennial.core.delivery;

import bot.perennial.core.message.Message;
import bot.perennial.core.store.Letter;
import bot.perennial.core.store.Outbox.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One letter on its way: when it is handed to its courier, when it is looked for, and what is made of the answer. */
final class Carriage {
    private static final Logger LOG = LoggerFactory.getLogger(Carriage.class);
    private static final Duration REPEATABLE = Duration.ofMinutes(2);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration NOT_SERVED = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofDays(1);

    private final Map<String, Courier> couriers;
    private final InstantSource time;

    Carriage(List<Courier> couriers, InstantSource time) {
        this.couriers = couriers.stream().collect(Collectors.toUnmodifiableMap(Courier::platform, Function.identity()));
        this.time = time;
    }

    /**
     * What came of a call.
     *
     * @param closed for how long the line takes nothing, if the platform said so
     */
    record Answer(Outcome outcome, Optional<Duration> closed) {
        Answer(Outcome outcome) {
            this(outcome, Optional.empty());
        }
    }

    /** The platforms to which nothing can be brought from here at present. */
    Set<String> offDuty() {
        return couriers.values().stream()
                .filter(courier -> !courier.onDuty())
                .map(Courier::platform)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** How a letter would get to its member now; empty where nothing limits that. */
    Optional<Way> way(Letter letter) {
        return courier(letter).flatMap(courier -> {
            letter.channel().ifPresent(channel -> courier.introduce(letter.to(), channel));
            return courier.way(letter.to());
        });
    }

    /** What becomes of a letter that is neither to be sent nor to be looked for now. */
    Optional<Outcome> kept(Letter letter, Instant now) {
        if (!tried(letter) && late(letter, now)) {
            return Optional.of(new Outcome.Expired());
        }
        if (couriers.containsKey(letter.to().platform())) {
            return Optional.empty();
        }
        var pointless = tried(letter) && tooLate(letter, now);
        return Optional.of(pointless ? new Outcome.Ambiguous() : again(letter, now.plus(NOT_SERVED)));
    }

    /** The same letter, after another to the same member. */
    Outcome next(Letter letter, Instant now) {
        return again(letter, now.plus(SOON));
    }

    /** Whether it has to be looked for first, because it may have arrived and a repeat would not be recognised. */
    boolean lost(Letter letter, Instant now) {
        return tried(letter)
                && !(courier(letter).filter(Courier::recognisesRepeats).isPresent() && repeatable(letter, now));
    }

    /** What becomes of a letter that there is nothing to say in any more. */
    Outcome silent(Letter letter) {
        return tried(letter) ? new Outcome.Ambiguous() : new Outcome.Cancelled();
    }

    /** Looks for a letter that may have arrived. */
    Outcome trace(Letter letter, Instant now) {
        var since = letter.firstTriedAt().orElse(now);
        return switch (seen(letter, since)) {
            case Trace.Found(String reference) -> sent(letter, reference);
            case Trace.Missing() -> tooLate(letter, now) ? new Outcome.Expired() : new Outcome.Postponed(now);
            case Trace.Later(Duration pause) ->
                tooLate(letter, now.plus(pause)) ? new Outcome.Ambiguous() : new Outcome.Repeated(now.plus(pause));
            case Trace.Hidden() -> new Outcome.Ambiguous(); // a second nudge is worse than none
        };
    }

    /** Hands a letter to its courier, unless whoever claimed it was held up until its claim ends. */
    Answer send(Letter letter, Message message, Instant now, Instant claimEnds) {
        var courier = courier(letter);
        if (courier.isEmpty()) {
            return new Answer(new Outcome.Ambiguous());
        }
        if (!time.instant().isBefore(claimEnds)) {
            return new Answer(first(letter, now) ? new Outcome.Postponed(now) : new Outcome.Repeated(now));
        }
        try {
            var delivery = courier.get().deliver(letter.to(), message, letter.key());
            var closed = delivery instanceof Delivery.Limited(Duration pause)
                    ? Optional.of(pause)
                    : Optional.<Duration>empty();
            return new Answer(outcome(letter, courier.get(), delivery, now), closed);
        } catch (RuntimeException e) {
            LOG.atError().addKeyValue("cause", e.getClass().getName()).log("courier broken");
            return new Answer(new Outcome.Ambiguous());
        }
    }

    private Trace seen(Letter letter, Instant since) {
        try {
            return courier(letter)
                    .map(courier -> courier.trace(letter.to(), letter.key(), since))
                    .orElseGet(Trace.Hidden::new);
        } catch (RuntimeException e) {
            LOG.atError().addKeyValue("cause", e.getClass().getName()).log("courier broken");
            return new Trace.Hidden();
        }
    }

    private Outcome outcome(Letter letter, Courier courier, Delivery delivery, Instant now) {
        return switch (delivery) {
            case Delivery.Sent(String reference) -> sent(letter, reference);
            case Delivery.Later(Duration pause, String why) -> later(letter, pause, why, now);
            case Delivery.Limited(Duration pause) -> later(letter, pause, "rate limited", now);
            case Delivery.Unclear(String why) ->
                courier.recognisesRepeats() ? new Outcome.Repeated(now.plus(SOON)) : new Outcome.Ambiguous();
            case Delivery.Hopeless(String why) -> new Outcome.Unreachable(why);
        };
    }

    /** However often; but what an earlier attempt may have brought stays in doubt. */
    private Outcome later(Letter letter, Duration pause, String why, Instant now) {
        var again = now.plus(pause);
        if (!first(letter, now)) {
            return tooLate(letter, again) ? new Outcome.Ambiguous() : new Outcome.Repeated(again);
        }
        return tooLate(letter, now) ? new Outcome.Failed(why) : new Outcome.Postponed(again);
    }

    /** Not this time; what an earlier attempt may have brought stays in doubt. */
    static Outcome again(Letter letter, Instant when) {
        return tried(letter) ? new Outcome.Repeated(when) : new Outcome.Postponed(when);
    }

    private Outcome sent(Letter letter, String reference) {
        return new Outcome.Sent(reference, courier(letter).flatMap(courier -> courier.channel(letter.to())));
    }

    private Optional<Courier> courier(Letter letter) {
        return Optional.ofNullable(couriers.get(letter.to().platform()));
    }

    private static boolean tried(Letter letter) {
        return letter.firstTriedAt().isPresent();
    }

    /** Whether nothing may have arrived before the attempt that is made now. */
    private static boolean first(Letter letter, Instant now) {
        return letter.firstTriedAt().orElse(now).equals(now);
    }

    private static boolean late(Letter letter, Instant now) {
        return letter.kind() != Letter.Kind.WELCOME
                && Duration.between(letter.due(), now).compareTo(Postman.TOO_LATE) >= 0;
    }

    private static boolean tooLate(Letter letter, Instant when) {
        return late(letter, when) || Duration.between(letter.due(), when).compareTo(PATIENCE) >= 0;
    }

    private static boolean repeatable(Letter letter, Instant now) {
        return Duration.between(letter.firstTriedAt().orElse(now), now).compareTo(REPEATABLE) < 0;
    }
}
