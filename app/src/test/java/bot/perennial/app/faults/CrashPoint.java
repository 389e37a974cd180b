package bot.perennial.app.faults;

import java.util.Locale;
import java.util.regex.Pattern;

/** Where a process is made to die: before or after it asks the database for something. */
public enum CrashPoint {
    TABLES_BEING_MADE("create table promise", When.BEFORE_STATEMENT),
    TABLE_MADE("create table promise", When.AFTER_STATEMENT),
    GESTURE_OPENED("from `member`.*join `gesture`.*for update", When.AFTER_STATEMENT),
    GESTURE_BEING_WRITTEN("insert into `gesture`", When.AFTER_STATEMENT),
    GESTURE_UNCOMMITTED("insert into `gesture`", When.BEFORE_COMMIT),
    GESTURE_COMMITTED("insert into `gesture`", When.AFTER_COMMIT),
    TURNS_TAKEN("from `member` force index.*skip locked", When.AFTER_STATEMENT),
    LETTERS_WRITTEN("into `letter`.*duplicate key update (`letter`.)?`letter_id` = ", When.AFTER_STATEMENT),
    PLAN_UNCOMMITTED("into `letter`.*duplicate key update (`letter`.)?`letter_id` = ", When.BEFORE_COMMIT),
    PLAN_COMMITTED("into `letter`.*duplicate key update (`letter`.)?`letter_id` = ", When.AFTER_COMMIT),
    CLAIM_UNCOMMITTED("^update `letter`.*`fence` = ", When.BEFORE_COMMIT),
    CLAIM_COMMITTED("^update `letter`.*`fence` = ", When.AFTER_COMMIT),
    SENDING_UNCOMMITTED("^update `letter`.*`attempts` = ", When.BEFORE_COMMIT),
    SENDING_COMMITTED("^update `letter`.*`attempts` = ", When.AFTER_COMMIT),
    SETTLEMENT_WRITTEN("^update json_table.*`letter`.`state` = ", When.AFTER_STATEMENT),
    SETTLEMENT_UNCOMMITTED("^update json_table.*`letter`.`state` = ", When.BEFORE_COMMIT),
    SETTLEMENT_COMMITTED("^update json_table.*`letter`.`state` = ", When.AFTER_COMMIT),
    RECOVERY_UNCOMMITTED("^update `letter` set (?!.*`fence`).*`lease_until` = ", When.BEFORE_COMMIT),
    RECOVERY_COMMITTED("^update `letter` set (?!.*`fence`).*`lease_until` = ", When.AFTER_COMMIT),
    SWEEP_UNCOMMITTED("delete from `letter`", When.BEFORE_COMMIT);

    /** On which side of what. */
    enum When {
        BEFORE_STATEMENT,
        AFTER_STATEMENT,
        BEFORE_COMMIT,
        AFTER_COMMIT
    }

    private final Pattern words;
    private final When when;

    CrashPoint(String words, When when) {
        this.words = Pattern.compile(words, Pattern.DOTALL);
        this.when = when;
    }

    boolean at(When moment, String statement) {
        return moment == when
                && words.matcher(statement.toLowerCase(Locale.ROOT)).find();
    }
}
