package bot.perennial.db;

import java.sql.SQLException;
import java.time.LocalDate;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.Converters;
import org.jooq.impl.AbstractBinding;

/** Dates as they are: they never pass through a type that has a zone. */
public final class DayBinding extends AbstractBinding<LocalDate, LocalDate> {
    private static final long serialVersionUID = 1;

    @Override
    public Converter<LocalDate, LocalDate> converter() {
        return Converters.identity(LocalDate.class);
    }

    @Override
    public void set(BindingSetStatementContext<LocalDate> context) throws SQLException {
        context.statement().setObject(context.index(), context.value());
    }

    @Override
    public void get(BindingGetResultSetContext<LocalDate> context) throws SQLException {
        context.value(context.resultSet().getObject(context.index(), LocalDate.class));
    }
}
