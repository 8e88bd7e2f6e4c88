# What "make install" does with ln.
LN_S = ln -s
prefix = $(CURDIR)/root
programs = tool tool-admin

install: links
	ln -f $(prefix)/bin/tool $(prefix)/bin/tool-hard
	$(LN_S) -f tool $(prefix)/bin/t
	ln -sfrv $(prefix)/share/doc/tool $(prefix)/doc
	cd $(prefix)/share/man && ln -sf tool.1 t.1
	readlink -f $(prefix)/doc
	-$(LN_S) tool $(prefix)/bin/t
	ln -sfnT bin $(prefix)/sbin
	ln -t $(prefix)/share -s ../bin/tool ../bin/missing

links:
	mkdir -p $(prefix)/bin $(prefix)/share/man $(prefix)/share/doc/tool
	for p in $(programs); do echo $$p >$(prefix)/bin/$$p; done
	echo page >$(prefix)/share/man/tool.1
