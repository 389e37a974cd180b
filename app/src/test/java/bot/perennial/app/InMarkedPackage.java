package bot.perennial.app;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** Holds for a class whose package is checked for nulls. */
final class InMarkedPackage extends ArchCondition<JavaClass> {
    InMarkedPackage() {
        super("lie in a package that is @NullMarked");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        if (!type.getPackage().tryGetAnnotationOfType(NullMarked.class).isPresent()) {
            events.add(SimpleConditionEvent.violated(type, type.getName() + ": its package-info lacks @NullMarked"));
        }
    }
}
