package bot.perennial.discord;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import net.dv8tion.jda.api.events.ExceptionEvent;
import net.dv8tion.jda.api.events.RawGatewayEvent;
import net.dv8tion.jda.api.events.interaction.GenericInteractionCreateEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.InteractionType;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.JDAImpl;
import net.dv8tion.jda.internal.handle.InteractionCreateHandler;

/** Counts what came through the gateway and could not be understood; JDA only writes it down. */
final class Unknown extends ListenerAdapter {
    private static final String INTERACTION = "INTERACTION_CREATE";
    /** Events that JDA takes without a handler. */
    private static final Set<String> OF_THE_LINE = Set.of("READY", "RESUMED", "PRESENCES_REPLACE");

    private final AtomicInteger times = new AtomicInteger();

    int times() {
        return times.get();
    }

    @Override
    public void onReady(ReadyEvent event) {
        var jda = (JDAImpl) event.getJDA();
        jda.getClient().getHandlers().put(INTERACTION, new Interactions(jda));
    }

    @Override
    public void onRawGateway(RawGatewayEvent event) {
        var handlers = ((JDAImpl) event.getJDA()).getClient().getHandlers();
        if (!handlers.containsKey(event.getType()) && !OF_THE_LINE.contains(event.getType())) {
            times.incrementAndGet();
        }
    }

    @Override
    public void onGenericInteractionCreate(GenericInteractionCreateEvent event) {
        if (event.getInteraction().getType() == InteractionType.UNKNOWN) {
            times.incrementAndGet();
        }
    }

    @Override
    public void onException(ExceptionEvent event) {
        times.incrementAndGet();
    }

    /** JDA's own reader of interactions; what it stumbles over is counted. */
    private final class Interactions extends InteractionCreateHandler {
        Interactions(JDAImpl jda) {
            super(jda);
        }

        @Override
        protected Long handleInternally(DataObject content) {
            try {
                return super.handleInternally(content);
            } catch (RuntimeException broken) {
                times.incrementAndGet();
                throw broken;
            }
        }
    }
}
