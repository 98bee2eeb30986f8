package dev.rapt.demo;

import dev.rapt.demo.bot.Protocol;
import picocli.CommandLine;

/** Reads the option {@code --protocol}. */
final class ProtocolOption implements CommandLine.ITypeConverter<Protocol> {

    ProtocolOption() {}

    @Override
    public Protocol convert(String name) {
        return Protocol.named(name)
                .orElseThrow(() -> new CommandLine.TypeConversionException("it is none of "
                        + String.join(
                                ", ", Protocol.ALL.stream().map(Protocol::name).toList())));
    }
}
