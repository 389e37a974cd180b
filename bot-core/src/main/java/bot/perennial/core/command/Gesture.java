package bot.perennial.core.command;

import bot.perennial.core.people.Account;
import java.time.ZoneId;
import java.util.Optional;

/**
 * One thing a person did on a platform: typed a command, pressed a button, sent a form.
 *
 * @param id the same on every redelivery, unlike any other gesture's of the same account
 * @param name what the platform calls them, empty when unknown
 * @param zone the zone of their profile, if the platform tells one
 * @param country the ISO 3166 code of their locale, empty when unknown
 */
public record Gesture(Account account, String id, String name, Optional<ZoneId> zone, String country) {
    /** The same gesture in another community. */
    public Gesture in(String workspace) {
        return new Gesture(new Account(account.platform(), workspace, account.user()), id, name, zone, country);
    }
}
