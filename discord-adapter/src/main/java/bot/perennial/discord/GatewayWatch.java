package bot.perennial.discord;

import bot.perennial.core.command.CommandSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.SessionDisconnectEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.requests.CloseCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Registers the commands when the gateway is there, and says what to do when Discord closes it for good. */
final class GatewayWatch extends ListenerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayWatch.class);
    private static final int SECONDS_TO_NEXT_TRY = 30;
    private static final Duration REHEARSAL = Duration.ofSeconds(10);
    private final Optional<List<CommandSpec>> specs;
    private final Wire wire;
    private volatile boolean registered;
    private volatile boolean rehearsed;
    private volatile boolean refused;
    private final Semaphore ends = new Semaphore(0);

    private GatewayWatch(Optional<List<CommandSpec>> specs, Wire wire) {
        this.specs = specs;
        this.wire = wire;
        this.registered = specs.isEmpty();
    }

    static GatewayWatch registering(List<CommandSpec> specs, Wire wire) {
        return new GatewayWatch(Optional.of(specs), wire);
    }

    /** Of a shard that is not the bot's first. */
    static GatewayWatch leavingCommandsToTheFirst(Wire wire) {
        return new GatewayWatch(Optional.empty(), wire);
    }

    boolean registered() {
        return registered;
    }

    /** Whether Discord will not have the bot until somebody changes its settings. */
    boolean refused() {
        return refused;
    }

    /** Waits until a connection has ended that nobody here ended. */
    void awaitEnd() throws InterruptedException {
        ends.acquire();
    }

    @Override
    public void onReady(ReadyEvent event) {
        LOG.info("discord connected");
        var jda = event.getJDA();
        if (!rehearsed) {
            rehearsed = true;
            rehearse(jda);
        }
        specs.ifPresent(commands -> look(jda, commands));
    }

    private void rehearse(JDA jda) {
        try {
            Rehearsal.begin(jda);
            wire.awaitRehearsal(REHEARSAL);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException changed) {
            LOG.atWarn().setCause(changed).log("discord rehearsal failed");
        }
    }

    @Override
    public void onSessionDisconnect(SessionDisconnectEvent event) {
        LOG.info("discord disconnected");
    }

    @Override
    public void onSessionResume(SessionResumeEvent event) {
        LOG.info("discord connected again");
    }

    @Override
    public void onSessionRecreate(SessionRecreateEvent event) {
        LOG.info("discord connected again");
    }

    @Override
    public void onShutdown(ShutdownEvent event) {
        var code = event.getCloseCode();
        if (code != null && !code.isReconnect()) {
            refused = true;
            LOG.error("Discord closed the connection for good (close code {}). {}", code.getCode(), remedy(code));
        }
        ends.release();
    }

    static String remedy(CloseCode code) {
        return switch (code) {
            case AUTHENTICATION_FAILED ->
                "DISCORD_TOKEN is not accepted: make a new one in the Developer Portal, Bot > Reset Token.";
            case DISALLOWED_INTENTS ->
                "The bot asks for no privileged intent; look in the Developer Portal, Bot > Privileged Gateway Intents.";
            case INVALID_INTENTS -> "Discord does not know the intents asked for: this version is too old for it.";
            case SHARDING_REQUIRED ->
                "The bot is in too many servers for so few shards: end all its processes, then start them again.";
            default -> "See the Developer Portal, Bot, for the state of the bot.";
        };
    }

    private void look(JDA jda, List<CommandSpec> commands) {
        jda.retrieveCommands().queue(known -> register(jda, commands, known), why -> again(jda, commands, why));
    }

    private void register(JDA jda, List<CommandSpec> commands, List<Command> known) {
        var wanted = CommandRegistration.definitions(commands);
        if (CommandRegistration.same(
                wanted, known.stream().map(CommandData::fromCommand).toList())) {
            registered = true;
            LOG.info("discord commands unchanged");
            return;
        }
        jda.updateCommands().addCommands(wanted).queue(all -> registered(all.size()), why -> again(jda, commands, why));
    }

    private void registered(int count) {
        registered = true;
        LOG.atInfo().addKeyValue("commands", count).log("discord commands registered");
    }

    private void again(JDA jda, List<CommandSpec> commands, Throwable why) {
        LOG.atWarn().addKeyValue("failure", why.getMessage()).log("discord commands not registered yet");
        CompletableFuture.delayedExecutor(SECONDS_TO_NEXT_TRY, TimeUnit.SECONDS).execute(() -> look(jda, commands));
    }
}
