package bot.perennial.discord;

import java.util.Set;

/**
 * What Discord gives back when something is pressed: a command line, and before its slash where it belongs.
 *
 * <p>A nudge stands in a direct message, and a button pressed there arrives without a server, so the component itself
 * carries the server whose notebook it is about. Nobody gains by changing it: the notebook is always the presser's own.
 *
 * @param workspace the server, empty where the interaction tells it
 * @param key the letter's that the component came with, by which the bot finds it again; empty for none
 * @param mark tells apart two components with one line, and in a form names the component that opened it; 0 for none
 * @param line the command line, empty for a menu, whose choices bring their own
 */
record CustomId(String workspace, String key, int mark, String line) {
    /** The longest custom id that Discord takes. */
    static final int LONGEST = 100;

    private static final int ROOM_FOR_A_MARK = 3;

    CustomId {
        if (!key.matches("[\\w-]*")) {
            throw new IllegalArgumentException("Not a key that can be read again: " + key);
        }
    }

    CustomId(String workspace, int mark, String line) {
        this(workspace, "", mark, line);
    }

    static CustomId read(String text) {
        var slash = text.indexOf('/');
        var head = slash < 0 ? text : text.substring(0, slash);
        var line = slash < 0 ? "" : text.substring(slash);
        var hash = head.indexOf('#');
        var place = hash < 0 ? head : head.substring(0, hash);
        var bang = place.indexOf('!');
        try {
            var workspace = bang < 0 ? place : place.substring(0, bang);
            return new CustomId(
                    workspace.isEmpty()
                            ? ""
                            : Long.toUnsignedString(Long.parseUnsignedLong(workspace, Character.MAX_RADIX)),
                    bang < 0 ? "" : place.substring(bang + 1),
                    hash < 0 ? 0 : Integer.parseInt(head.substring(hash + 1)),
                    line);
        } catch (IllegalArgumentException notOurs) {
            return new CustomId("", 0, text);
        }
    }

    /** The same with the first mark that none of the taken ids has; the result is taken from then on. */
    CustomId among(Set<String> taken) {
        var unique = line.isEmpty() && mark == 0 ? marked(1) : this;
        while (!taken.add(unique.written())) {
            unique = unique.marked(unique.mark + 1);
        }
        return unique;
    }

    CustomId marked(int newMark) {
        return new CustomId(workspace, key, newMark, line);
    }

    /** The same with a letter's key, if there is room for it. */
    CustomId keyed(String letter) {
        var keyed = new CustomId(workspace, letter, mark, line);
        return keyed.written().length() <= LONGEST - ROOM_FOR_A_MARK ? keyed : this;
    }

    boolean fits() {
        return written().length() <= LONGEST;
    }

    String written() {
        var head = workspace.isEmpty()
                ? ""
                : Long.toUnsignedString(Long.parseUnsignedLong(workspace), Character.MAX_RADIX);
        return head + (key.isEmpty() ? "" : "!" + key) + (mark == 0 ? "" : "#" + mark) + line;
    }
}
