package bot.perennial.db;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.impl.AbstractBinding;

/** Instants as DATETIME(3) in UTC, whatever the zone of the machine, of the driver or of the session. */
public final class InstantBinding extends AbstractBinding<LocalDateTime, Instant> {
    private static final long serialVersionUID = 1;
    private static final Converter<LocalDateTime, Instant> UTC = Converter.ofNullable(
            LocalDateTime.class,
            Instant.class,
            time -> time.toInstant(ZoneOffset.UTC),
            instant -> LocalDateTime.ofInstant(instant, ZoneOffset.UTC));

    @Override
    public Converter<LocalDateTime, Instant> converter() {
        return UTC;
    }

    @Override
    public void set(BindingSetStatementContext<Instant> context) throws SQLException {
        context.statement().setObject(context.index(), UTC.to(context.value()));
    }

    @Override
    public void get(BindingGetResultSetContext<Instant> context) throws SQLException {
        context.value(UTC.from(context.resultSet().getObject(context.index(), LocalDateTime.class)));
    }
}
