package bot.perennial.bench.measure;

import java.util.List;

/** What came of variants that ran side by side. */
public record Standings(List<Measured> all) {
    public Standings {
        all = List.copyOf(all);
    }

    public Measured of(String name) {
        return all.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nothing called " + name + " took part"));
    }

    /** How many times as fast one is as the other. */
    public Ratio speed(String one, String other) {
        return Ratio.ofSpeed(of(one), of(other));
    }
}
