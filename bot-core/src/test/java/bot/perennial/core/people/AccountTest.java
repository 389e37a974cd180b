package bot.perennial.core.people;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountTest {
    @ParameterizedTest
    @ValueSource(strings = {"sam ", " sam", "sam\t", "sam\n", "sam\u2003", " "})
    void isNobodyElseByABlank(String id) {
        assertThatThrownBy(() -> new Account("test", "home", id)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Account("test", id, "sam")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Account(id, "home", "sam")).isInstanceOf(IllegalArgumentException.class);
    }
}
