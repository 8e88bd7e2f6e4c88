package dev.linkwright.testing;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

import dev.linkwright.LinkPath;
import dev.linkwright.LinkSystem;
import dev.linkwright.Name;

/// The contract on a fake; the bench is always there.
abstract class FakeContract extends LinkSystemContract {
    private static final AtomicInteger DIRECTORIES = new AtomicInteger();

    private final FakeLinkSystem system;

    FakeContract(FakeLinkSystem system) {
        this.system = system;
    }

    @Override
    protected final LinkSystem linkSystem() {
        Bench.FAKE.require(true, "nothing");
        return system;
    }

    @Override
    protected final LinkPath freshDirectory() throws IOException {
        Name name = Name.of("w" + DIRECTORIES.incrementAndGet());
        system.at(system.root()).makeDirectory(name);
        return system.root().resolve(name);
    }

    @Override
    protected final void writeFile(LinkPath file, String contents) throws IOException {
        system.writeFile(file, contents);
    }

    @Override
    protected final String readFile(LinkPath file) throws IOException {
        return system.readFile(file);
    }
}
